"""The shape of people and of words in a scenario file; see `game.content.schema` for the rest."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from game.content import forms
from game.engine.accounts import Currency, Lifecycle, Tier
from game.engine.traits import Need
from game.language.locale import Locale
from game.language.text import LocalisedText

EMPTY_LIST: list[Any] = []
EMPTY_TABLE: dict[Any, Any] = {}
"""Defaults; pydantic gives every model a copy of its own."""


def file_name(field: str) -> str:
    """How a field of a model is written in files."""
    return field.rstrip("_").replace("_", "-")


class Part(BaseModel):
    """Any mapping of a scenario file."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        alias_generator=file_name,
        defer_build=True,
        arbitrary_types_allowed=True,
    )


class Words(Part):
    """A mapping with words of its own, one field per language."""

    needed: ClassVar[bool] = True
    """Whether it makes no sense without words."""

    en: forms.Text = ""
    zh: forms.Text = ""

    def text(self, locales: tuple[Locale, ...] = tuple(Locale)) -> LocalisedText:
        """The words in these languages."""
        words = {Locale.EN: self.en, Locale.ZH: self.zh}
        return LocalisedText({locale: words[locale] for locale in locales if words[locale]})


class Name(Words):
    """Words and nothing else."""


class Note(Words):
    """Why a wrong line tempts: for the author, so one language is enough."""

    needed = False


class Looks(Part):
    """How a person looks."""

    age: forms.Age = "middle"
    build: forms.Build = "medium"
    skin: forms.Skin = "light"
    hair: forms.Hair = "short"
    hair_colour: forms.HairColour = "black"
    clothes: forms.Clothes = "shirt"
    clothes_colour: forms.ClothesColour = "navy"
    glasses: forms.Glasses = "none"
    thing: forms.Thing = "none"
    feminine: forms.FlagOrNone = None


class Address(Part):
    """What the customer calls the player on each rung of the trust ladder."""

    first: Name | None = None
    proof: Name | None = None
    shared: Name | None = None
    kept: Name | None = None
    bond: Name | None = None


class Account(Part):
    """What the books say of a customer: facts of the briefing, no feelings."""

    tier: forms.TierWord = Tier.B
    lifecycle: forms.LifecycleWord = Lifecycle.PROSPECT
    orders: forms.Orders = 0
    last_order: forms.AgoOrNone = None
    spent: forms.Money = 0
    yearly: forms.Money = 0
    potential: forms.Money = 0
    ties: forms.Percent = 0
    currency: forms.CurrencyWord = Currency.YUAN


class Player(Words):
    """Who the trainee is."""

    post: Name | None = None
    firm: Name | None = None


class Person(Words):
    """Somebody to talk to."""

    post: Name | None = None
    firm: Name | None = None
    pronoun: forms.Pronoun = "she"
    disc: forms.Disc = (250, 250, 250, 250)
    needs: list[forms.NeedWord] = [Need.SAFETY]
    motives: list[forms.MotiveWord] = EMPTY_LIST
    worries: list[forms.WorryWord] = EMPTY_LIST
    known: Name | None = None
    account: Account | None = None
    hidden: dict[str, forms.RawText] = {}
    looks: Looks = Looks.model_construct()
    address: Address = Address.model_construct()
