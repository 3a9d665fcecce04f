"""The customer model laid open: every coefficient with its value, its range, its mark and its source."""

from __future__ import annotations

from typing import Any

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.terminal.paper import Paper
from game.content.provoking import provoking
from game.content.psychology_file import PsychologyReading
from game.content.psychology_notes import EntryNote, PsychologyNotes
from game.engine.psychology import Channel, Kind, Psychology, Role, Route
from game.engine.terms import Comparison
from game.engine.traits import Attribute, Motive, Need, Stage, Trait
from game.language.locale import Locale
from game.language.words import Words

RESISTANCES = ("price", "trust", "need", "timing", "change")
"""Rows of the engine's table of what a tactic solves."""

PERCENT = 100
"""Basis points in a percent point: conditions speak of percent."""


class Model:
    """The customer model and its notes, told in one language."""

    def __init__(self, reading: PsychologyReading, locale: Locale) -> None:
        """Lay open what was read from a psychology file.

        Raises:
            Complaint: the file has errors.
        """
        if reading.psychology is None:
            told = [each.rendered(locale) for each in reading.diagnostics]
            raise Complaint("\n".join(told), "faults", ExitCode.CONTENT_FAULTS)
        self.psychology: Psychology = reading.psychology
        self.notes: PsychologyNotes = reading.notes
        self._locale = locale

    def to_json(self) -> dict[str, Any]:
        """Everything; amounts as the engine holds them (basis points, per mille)."""
        numbers, curves = self.psychology.number, self.psychology.curves
        return {
            "numbers": [
                {"id": name, "value": numbers[name], "low": note.low, "high": note.high} | self._behind(note)
                for name, note in self.notes.numbers.items()
            ],
            "curves": [
                {"id": name, "points": [list(point) for point in curves[name]]} | self._behind(note)
                for name, note in self.notes.curves.items()
            ],
            "kinds": [self.kind_to_json(kind) for kind in Kind],
            "moods": [self.mood_to_json(name) for name in self.notes.moods],
            "signs": [self.sign_to_json(name) for name in self.notes.signs],
        } | self.tactics_to_json()

    def kind_to_json(self, kind: Kind) -> dict[str, Any]:
        """One kind of emotional value: who lacks it."""
        kinds, note = self.psychology.kinds, self.notes.kinds[kind.word]
        return {
            "id": kind.word,
            "title": note.words.said(self._locale),
            "needs": {need.word: int(kinds.needs[kind, need]) for need in Need if kinds.needs[kind, need]},
            "motives": {
                motive.word: int(kinds.motives[kind, motive])
                for motive in Motive
                if kinds.motives[kind, motive]
            },
            "communion": int(kinds.communion[kind]),
        } | self._behind(note)

    def mood_to_json(self, name: str) -> dict[str, Any]:
        """One mood: the levels between which it lies; the first that holds is the one."""
        tests = [term.test for term in self.psychology.moods[name]]
        note = self.notes.moods[name]
        return {
            "id": name,
            "title": note.words.said(self._locale),
            "when": [
                {"trait": test.trait.word, "sign": test.sign.value, "level": test.level}
                for test in tests
                if isinstance(test, Comparison)
            ],
        } | self._behind(note)

    def sign_to_json(self, name: str) -> dict[str, Any]:
        """One visible sign: what it is the sum of, its three strengths, and whom it escapes."""
        model, at = self.psychology, self.psychology.signs.index(name)
        weights = model.sign_weights[at]
        return {
            "id": name,
            "constant": int(model.sign_constants[at]),
            "weights": {trait.word: int(weights[trait]) for trait in Trait if weights[trait]},
            "steps": [int(step) for step in model.sign_steps[at]],
            "mask": dict(zip(("all", "agency", "communion"), map(int, model.masks[at]), strict=True)),
        } | self._behind(self.notes.signs[name])

    def tactics_to_json(self) -> dict[str, Any]:
        """Every tactic."""
        return {"tactics": [self.tactic_to_json(name) for name in self.notes.tactics]}

    def tactic_to_json(self, name: str) -> dict[str, Any]:
        """One tactic with its column of the engine's table."""
        tactics, note = self.psychology.tactics, self.notes.tactics[name]
        column = tactics.index(name)
        effects = {channel.name.lower(): int(tactics.effects[channel, column]) for channel in Channel}
        solves = {word: int(tactics.solves[row, column]) for row, word in enumerate(RESISTANCES)}
        return {
            "id": name,
            "title": note.words.said(self._locale),
            "route": Route(int(tactics.route[column])).name.lower(),
            "gate": int(tactics.gate[column]),
            "fit": {"agency": int(tactics.agency[column]), "communion": int(tactics.communion[column])},
            "stage": {stage.word: int(tactics.stage[stage, column]) for stage in Stage},
            "effects": {word: amount for word, amount in effects.items() if amount},
            "solves": {word: amount for word, amount in solves.items() if amount},
            "appeal": {
                attribute.word: int(tactics.appeal[attribute, column])
                for attribute in Attribute
                if tactics.appeal[attribute, column]
            },
            "roles": [role.name.lower() for role in Role if role & int(tactics.roles[column])],
            "locked": bool(tactics.locked[column]),
            "gives": Kind(int(tactics.gives[column])).word if tactics.gives[column] >= 0 else None,
            "steadies": int(tactics.steadies[column]),
        } | self._behind(note)

    def tell(self, page: Paper, words: Words) -> None:
        """Everything, one coefficient after the other."""
        page.text(
            words(
                "Marks: evidence means that the studies named speak for the direction of an effect, and for "
                "its size only where they give one; practice and design claim nothing."
            )
        )
        page.text(words("Amounts stand as the engine holds them: basis points and per mille."))
        page.heading(words("Numbers"))
        for name, note in self.notes.numbers.items():
            span = words("range {low} to {high}", low=note.low, high=note.high)
            page.row(name, str(self.psychology.number[name]), self._reason(note, span))
        page.heading(words("Curves"))
        for name, note in self.notes.curves.items():
            points = " → ".join(f"{x} {y}" for x, y in self.psychology.curves[name])
            page.text(words("{name}: {text}", name=name, text=points))
            page.aside(self._reason(note))
        page.heading(words("Tactics"))
        for name in self.notes.tactics:
            self._tell_tactic(page, words, name)
            if ids := ", ".join(self.notes.tactics[name].practises):
                page.aside(ids)
        page.heading(words("Kinds of emotional value"))
        for kind in Kind:
            entry = self.kind_to_json(kind)
            lacked = entry["needs"] | entry["motives"] | {"communion": entry["communion"]}
            self._tell_amounts(page, words, kind.word, lacked, self.notes.kinds[kind.word])
        page.heading(words("Moods"))
        for name, note in self.notes.moods.items():
            levels = (
                f"{each['trait']} {each['sign']} {each['level'] // PERCENT}"
                for each in self.mood_to_json(name)["when"]
            )
            page.text(words("{name}: {text}", name=name, text=", ".join(levels) or "–"))
            page.aside(self._reason(note))
        page.heading(words("Signs"))
        for name, note in self.notes.signs.items():
            entry = self.sign_to_json(name)
            sums = {"constant": entry["constant"]} | entry["weights"]
            steps = words("strengths from {numbers}", numbers=" ".join(map(str, entry["steps"])))
            self._tell_amounts(page, words, name, sums, note, steps)

    def tell_tactics(self, page: Paper, words: Words) -> None:
        """The closed list of tactics, and which items of the field guide each practises."""
        page.heading(words("Tactics"))
        for name, note in self.notes.tactics.items():
            page.text(words("{name}: {text}", name=name, text=note.words.said(self._locale)))
            if told := provoking(self.psychology, name):
                page.aside(told.said(self._locale))
            if note.practises:
                page.aside(", ".join(note.practises))

    def tell_tactic(self, page: Paper, words: Words, name: str) -> None:
        """One tactic."""
        note = self.notes.tactics[name]
        page.heading(note.words.said(self._locale))
        self._tell_tactic(page, words, name)
        if note.practises:
            page.text(words("It practises: {ids}", ids=", ".join(note.practises)))

    def _tell_tactic(self, page: Paper, words: Words, name: str) -> None:
        entry = self.tactic_to_json(name)
        parts = [
            words("gate {n}", n=entry["gate"]),
            words("fit agency {agency}, communion {communion}", **entry["fit"]),
            words("by stage {numbers}", numbers=" ".join(map(str, entry["stage"].values()))),
            " ".join(f"{word} {amount:+d}" for word, amount in entry["effects"].items()),
        ]
        if entry["solves"]:
            solved = " ".join(f"{word} {amount}" for word, amount in entry["solves"].items())
            parts.append(words("solves {numbers}", numbers=solved))
        if entry["appeal"]:
            liked = " ".join(f"{word} {amount:+d}" for word, amount in entry["appeal"].items())
            parts.append(words("fits {numbers}", numbers=liked))
        if entry["gives"]:
            parts.append(words("gives {kind}", kind=entry["gives"]))
        if entry["steadies"]:
            parts.append(words("steadies the seller {n}", n=entry["steadies"]))
        text = " · ".join(part for part in parts if part)
        page.text(words("{name}: {text}", name=name, text=text))
        note = self.notes.tactics[name]
        page.aside(" · ".join((note.mark.words.said(self._locale), note.source)))

    def _tell_amounts(
        self, page: Paper, words: Words, name: str, amounts: dict[str, int], note: EntryNote, *more: str
    ) -> None:
        """An entry that is a list of amounts, and what stands behind it."""
        told = " ".join(f"{word} {amount:+d}" for word, amount in amounts.items() if amount)
        page.text(words("{name}: {text}", name=name, text=" · ".join((told, *more))))
        page.aside(self._reason(note))

    def _behind(self, note: EntryNote) -> dict[str, Any]:
        """The part of an entry that says what stands behind it."""
        return {"mark": note.mark.value, "source": note.source, "practises": list(note.practises)}

    def _reason(self, note: EntryNote, span: str = "") -> str:
        """Range, mark, source and items of the guide in one line; a source stands as its author wrote it."""
        parts = (span, note.mark.words.said(self._locale), note.source, ", ".join(note.practises))
        return " · ".join(part for part in parts if part)
