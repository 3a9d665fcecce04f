"""The page of the field guide that tells where each item lives in the customer model, or why elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.command_line.complaints import Complaint, perhaps
from game.command_line.terminal.paper import Paper
from game.content.field_guide import FieldGuide
from game.content.model_map import Home, MapReading, ModelPlace
from game.language.words import Words


@dataclass(frozen=True, slots=True)
class PlacePages:
    """Tells the model map in one language."""

    guide: FieldGuide
    reading: MapReading
    words: Words

    def chosen(self, name: str) -> Sequence[ModelPlace]:
        """The place of one item, or all places in the order of the field guide when the name is empty.

        Raises:
            Complaint: the map has no item of this name.
        """
        places = self.reading.places
        if not name:
            return tuple(places.values())
        if name in places:
            return (places[name],)
        words = self.words
        if self.guide.item(name) is not None:
            sentence = words(
                "'{name}' has no place of its own: the map holds core and important items of groups A to G.",
                name=name,
            )
        else:
            sentence = words("the field guide has nothing called '{name}'.", name=name)
            sentence += perhaps(words, name, list(places))
        raise Complaint(sentence, "unknown-item")

    def tell(self, page: Paper, places: Sequence[ModelPlace]) -> None:
        """Places under a heading for each kind of home; one place alone under its own title."""
        words = self.words
        if len(places) == 1:
            (place,) = places
            page.heading(self._title(place))
            page.header([place.id, self._home(place.home)])
            page.text(place.words.said(words.locale))
            if place.names:
                page.text(words("Carried by: {names}", names=", ".join(place.names)))
            return
        for home in Home:
            living = [place for place in places if place.home is home]
            if not living:
                continue
            page.heading(f"{self._home(home)} · {len(living)}")
            for place in living:
                page.text(words("{name}: {text}", name=place.id, text=place.words.said(words.locale)))
                if place.names:
                    page.aside(", ".join(place.names))
        page.gap()
        page.text(words("One of them: rapport guide where ID"))

    def to_json(self, places: Sequence[ModelPlace]) -> dict[str, Any]:
        """Places for programs."""
        return {
            "places": [
                {
                    "id": place.id,
                    "title": self._title(place),
                    "lives": place.home.value,
                    "in": list(place.names),
                    "sentence": place.words.said(self.words.locale),
                }
                for place in places
            ]
        }

    def _home(self, home: Home) -> str:
        return home.words.said(self.words.locale)

    def _title(self, place: ModelPlace) -> str:
        item = self.guide.item(place.id)
        return place.id if item is None else item.title.said(self.words.locale)
