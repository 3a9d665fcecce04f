"""The forms that a single value of a scenario can take, as types for the schema.

Every leaf of the schema is one of these: a text goes in, a value of the engine comes out or a coded fault,
and the JSON Schema for editors stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from game.content import looks
from game.content.cells import NO_CELL, Cell, cell, points, times
from game.content.conditions import RESISTANCES, STAGES, condition
from game.content.diagnostics import NOTHING
from game.content.grammar import (
    GrammarFault,
    ago,
    choice,
    daytime,
    disc,
    duration,
    flag,
    identifier,
    percent,
    rate,
    span,
    tactic_use,
    version,
    whole,
)
from game.engine.accounts import MOST_MONEY, Currency, Lifecycle, Tier
from game.engine.scenario import MOST_CUSTOMERS, Close, Craft, Span, TacticUse, Truth
from game.engine.terms import AtStage, Term
from game.engine.traits import Motive, Need, Resistance, Stage, Worry
from game.language.locale import Locale
from game.language.text import LocalisedText


class Repaired:
    """Put in the place of a faulty value, so that the rest of the file can still be checked."""


REPAIRED: Final = Repaired()


def kind_of(value: object) -> LocalisedText:
    """What a value is, for people."""
    if isinstance(value, dict):
        english, chinese = "fields", "一组字段"
    elif isinstance(value, list):
        english, chinese = "a list", "列表"
    elif value == "":
        english, chinese = "nothing", "空白"
    else:
        english, chinese = "a text", "文字"
    return LocalisedText({Locale.EN: english, Locale.ZH: chinese})


@dataclass(frozen=True, slots=True)
class Form:
    """How one leaf is read.

    Attributes:
        parse: Makes the value of a text or raises a `GrammarFault`.
        stand_in: The value taken when the text is faulty and the checking goes on.
        json: The JSON Schema of the text.
    """

    parse: Callable[[str], object]
    stand_in: object
    json: Mapping[str, Any]

    def read(self, value: object) -> object:
        """The value of one leaf, for pydantic."""
        if type(value) is str:
            try:
                return self.parse(value.strip())
            except GrammarFault as fault:
                values = {"hint": NOTHING, "offset": fault.offset, **fault.values}
                raise PydanticCustomError(fault.code, "{offset}", values) from None
        if isinstance(value, Repaired):
            return self.stand_in
        raise PydanticCustomError("text_expected", "a text")

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.json)


def _words(table: Mapping[str, object]) -> dict[str, Any]:
    return {"enum": list(table)}


def _text(pattern: str, *examples: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern, "examples": list(examples)}


def _number(low: int, high: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": low, "maximum": high}


def _same(words: tuple[str, ...]) -> dict[str, str]:
    return {word: word for word in words}


_ID = _text("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "ask-leave")
_CONDITION = {"type": "string", "examples": ["trust >= 35", "mood irritated", "told blamed", "not said ask"]}
_EPILOGUE = {"type": "string", "examples": [*_CONDITION["examples"], "loyalty >= 3", "polite-leaver"]}
_TRUTHS = {truth.name.lower(): truth for truth in Truth}
_CRAFTS = {craft.name.lower(): craft for craft in Craft}
_NEEDS = {need.word: need for need in Need}
_MOTIVES = {motive.word: motive for motive in Motive}
_WORRIES = {worry.word: worry for worry in Worry}
_TIERS = {tier.value: tier for tier in Tier}
_LIFECYCLES = {lifecycle.value: lifecycle for lifecycle in Lifecycle}
_CURRENCIES = {currency.value: currency for currency in Currency}
_CLOSES = {"agreed": Close.AGREED, "left": Close.LEFT, "time": Close.OUT_OF_TIME}
_LOCALES = {locale.value: locale for locale in Locale}
_LOWEST_TURNS, _HIGHEST_TURNS = 1, 60
_LONGEST_LINE = 3_600
ALWAYS = Term(AtStage(Stage.COGNITION))
"""Stands in for a faulty condition: a guard that always holds."""

PACE = {"brisk": 1, "slow": -1}
WARMTH = {"warm": 1, "cool": -1}
DETAIL = {"detailed": 1, "brief": -1}
DIRECTNESS = {"direct": 1, "soft": -1}
_DELIVERIES = _same((*PACE, *WARMTH, *DETAIL, *DIRECTNESS))

SPAN_JSON: dict[str, Any] = {"anyOf": [{"type": "integer"}, _text(r"^-?[0-9]+\s*\.\.\s*-?[0-9]+$", "20..35")]}


def locale_word(text: str) -> Locale:
    """A language by its code (SC302)."""
    if text not in _LOCALES:
        raise GrammarFault("SC302", locale=text)
    return _LOCALES[text]


Text = Annotated[str, Form(str, "", {"type": "string"})]
Id = Annotated[str, Form(identifier, "", _ID)]
IdOrNone = Annotated[str | None, Form(identifier, None, _ID)]
Version = Annotated[int, Form(version, 1, {"const": 1})]
Condition = Annotated[Term, Form(condition, ALWAYS, _CONDITION)]
CriterionCondition = Annotated[Term, Form(partial(condition, criterion=True), ALWAYS, _CONDITION)]
EpilogueCondition = Annotated[Term, Form(partial(condition, epilogue=True), ALWAYS, _EPILOGUE)]
Doing = Annotated[
    TacticUse, Form(tactic_use, TacticUse(""), _text("^((light|normal|strong) )?[a-z-]+$", "light praise"))
]
Percent = Annotated[int, Form(percent, 0, _number(0, 100))]
RateOrNone = Annotated[int | None, Form(rate, None, _text("^[0-9]{1,2} ?%?$", "60%"))]
Strength = Annotated[Span, Form(span, Span(0, 0), SPAN_JSON)]
RawText = Annotated[str, Form(str, "", SPAN_JSON)]
Disc = Annotated[
    tuple[int, int, int, int],
    Form(disc, (250, 250, 250, 250), _text("^([DISC][0-9]{1,3} ?){1,4}$", "D55 C30 S10 I5")),
]
Flag = Annotated[bool, Form(flag, False, {"type": "boolean"})]
FlagOrNone = Annotated[bool | None, Form(flag, None, {"type": "boolean"})]
Duration = Annotated[int, Form(duration, 1_800, _text("^[0-9]+[ms]$", "14m"))]
Daytime = Annotated[int, Form(daytime, 36_000, _text("^[0-9]{1,2}:[0-9]{2}$", "10:00"))]
Points = Annotated[int, Form(partial(whole, low=0, high=1000), 0, _number(0, 1000))]
Turns = Annotated[int, Form(partial(whole, low=_LOWEST_TURNS, high=_HIGHEST_TURNS), 12, _number(1, 60))]
Customers = Annotated[int, Form(partial(whole, low=2, high=MOST_CUSTOMERS), 8, _number(2, MOST_CUSTOMERS))]
Difficulty = Annotated[int, Form(partial(whole, low=1, high=5), 1, _number(1, 5))]
Minutes = Annotated[int, Form(partial(whole, low=1, high=600), 8, _number(1, 600))]
Days = Annotated[int, Form(partial(whole, low=0, high=3_650), 0, _number(0, 3_650))]
Hours = Annotated[int, Form(partial(whole, low=0, high=23), 0, _number(0, 23))]
WithinOrNone = Annotated[int | None, Form(partial(whole, low=1, high=720), None, _number(1, 720))]
Seconds = Annotated[int, Form(partial(whole, low=0, high=_LONGEST_LINE), 25, _number(0, _LONGEST_LINE))]
CellName = Annotated[
    Cell, Form(cell, NO_CELL, _text("^(tactic [a-z-]+ [a-z]+|number [a-z0-9.-]+)$", "tactic praise warmth"))
]
Times = Annotated[int | None, Form(times, None, {"type": "number", "minimum": 0.5, "maximum": 2})]
By = Annotated[int | None, Form(points, None, _number(-15, 15))]
Figure = Annotated[int | None, Form(partial(whole, low=1, high=1_000), None, _number(1, 1_000))]
Rung = Annotated[int | None, Form(partial(whole, low=1, high=5), None, _number(1, 5))]
Money = Annotated[int, Form(partial(whole, low=0, high=MOST_MONEY), 0, _number(0, MOST_MONEY))]
Orders = Annotated[int, Form(partial(whole, low=0, high=100_000), 0, _number(0, 100_000))]
AgoOrNone = Annotated[
    int | None, Form(ago, None, _text("^[0-9]{1,4} +(day|week|month|year)s?$", "40 days", "6 weeks"))
]
TierWord = Annotated[Tier, Form(partial(choice, table=_TIERS), Tier.B, _words(_TIERS))]
LifecycleWord = Annotated[
    Lifecycle, Form(partial(choice, table=_LIFECYCLES), Lifecycle.PROSPECT, _words(_LIFECYCLES))
]
CurrencyWord = Annotated[
    Currency, Form(partial(choice, table=_CURRENCIES), Currency.YUAN, _words(_CURRENCIES))
]
LocaleWord = Annotated[Locale, Form(locale_word, Locale.EN, _words(_LOCALES))]
StageWord = Annotated[Stage, Form(partial(choice, table=STAGES), Stage.COGNITION, _words(STAGES))]
ResistanceOrNone = Annotated[
    Resistance | None, Form(partial(choice, table=RESISTANCES), None, _words(RESISTANCES))
]
ResistanceWord = Annotated[
    Resistance, Form(partial(choice, table=RESISTANCES), Resistance.NEED, _words(RESISTANCES))
]
NeedWord = Annotated[Need, Form(partial(choice, table=_NEEDS), Need.SAFETY, _words(_NEEDS))]
NeedOrNone = Annotated[Need | None, Form(partial(choice, table=_NEEDS), None, _words(_NEEDS))]
MotiveWord = Annotated[Motive, Form(partial(choice, table=_MOTIVES), Motive.USE, _words(_MOTIVES))]
MotiveOrNone = Annotated[Motive | None, Form(partial(choice, table=_MOTIVES), None, _words(_MOTIVES))]
WorryWord = Annotated[Worry, Form(partial(choice, table=_WORRIES), Worry.RETURN, _words(_WORRIES))]
WorryOrNone = Annotated[Worry | None, Form(partial(choice, table=_WORRIES), None, _words(_WORRIES))]
TruthWord = Annotated[Truth, Form(partial(choice, table=_TRUTHS), Truth.SOUND, _words(_TRUTHS))]
CraftWord = Annotated[Craft, Form(partial(choice, table=_CRAFTS), Craft.PLAIN, _words(_CRAFTS))]
CloseWord = Annotated[Close, Form(partial(choice, table=_CLOSES), Close.LEFT, _words(_CLOSES))]
DeliveryWord = Annotated[str, Form(partial(choice, table=_DELIVERIES), "", _words(_DELIVERIES))]


def closed(words: tuple[str, ...], usual: str) -> Form:
    """The form of a word from a closed list of looks, places or channels."""
    table = _same(words)
    return Form(partial(choice, table=table), usual, _words(table))


Pronoun = Annotated[str, closed(("she", "he", "they"), "she")]
PlaceWord = Annotated[str, closed(looks.PLACES, "reception")]
Channel = Annotated[str, closed(looks.CHANNELS, "face")]
Age = Annotated[str, closed(looks.AGES, "middle")]
Build = Annotated[str, closed(looks.BUILDS, "medium")]
Skin = Annotated[str, closed(looks.SKINS, "light")]
Hair = Annotated[str, closed(looks.HAIRS, "short")]
HairColour = Annotated[str, closed(looks.HAIR_COLOURS, "black")]
Clothes = Annotated[str, closed(looks.CLOTHES, "shirt")]
ClothesColour = Annotated[str, closed(looks.CLOTHES_COLOURS, "navy")]
Glasses = Annotated[str, closed(looks.GLASSES, "none")]
Thing = Annotated[str, closed(looks.THINGS, "none")]
