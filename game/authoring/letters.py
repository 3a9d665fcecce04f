"""The cover letter of a scenario for its trainer, made from the scenario's own fields; a plan for a day.

A letter is a list of sections; two writers turn it into Markdown and into a page that can be printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from game.content.field_guide import FieldGuide
from game.content.loading import Loaded
from game.content.wording import Wording
from game.engine.scenario import Scenario, Truth
from game.language.locale import Locale
from game.language.text import LocalisedText
from game.language.words import Words, marked

BRIEF, DEBRIEF = 3, 12
"""Minutes for reading the briefing together, and for talking about what happened."""

PAUSE_AFTER, PAUSE = 75, 15
"""Minutes of work after which a class wants a pause, and its length."""

TRUTHS = {Truth.SOUND: marked("sound"), Truth.SHAKY: marked("shaky"), Truth.UNTRUE: marked("untrue")}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs and points under it."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: its title, a line under it, and sections that say something."""

    title: str
    under: str
    sections: tuple[Section, ...]


def letter(loaded: Loaded, guide: FieldGuide, words: Words) -> Letter:
    """The cover letter of a sound scenario.

    Raises:
        ValueError: the scenario has errors.
    """
    scenario, wording = loaded.scenario, loaded.wording
    if scenario is None or wording is None:
        raise ValueError("a scenario with errors has no letter")
    writer = _Writer(scenario, wording, guide, words)
    sections = (
        writer.aims(),
        writer.timing(),
        writer.people(),
        writer.beneath(),
        writer.facts(),
        *writer.tempting(),
        writer.questions(),
        writer.endings(),
    )
    first, again = wording.minutes
    under = words(
        "{tagline} Difficulty {n} of 5; {first} minutes the first time, {again} again.",
        tagline=_closed(writer.said(wording.tagline), words), n=wording.difficulty, first=first, again=again,
    )  # fmt: skip
    kept = tuple(section for section in sections if section.paragraphs or section.points)
    return Letter(writer.said(wording.title), under.strip(), kept)


def plan(loaded: Sequence[Loaded], guide: FieldGuide, words: Words, start: int = 9 * 60) -> Letter:
    """A day with several scenarios, the easier ones first, with pauses.

    Args:
        loaded: sound scenarios.
        guide: the field guide.
        words: the language.
        start: minutes after midnight at which the day begins.
    """
    sections: list[Section] = []
    clock, since = start, 0
    ordered = sorted(
        (each for each in loaded if each.scenario and each.wording),
        key=lambda each: (each.wording.difficulty, each.wording.minutes) if each.wording else (0, (0, 0)),
    )
    for each in ordered:
        assert each.scenario is not None and each.wording is not None
        writer = _Writer(each.scenario, each.wording, guide, words)
        length = _length(each.wording)
        if since and since + length > PAUSE_AFTER:
            sections.append(Section(f"{_clock(clock)}  {words('Pause')}"))
            clock, since = clock + PAUSE, 0
        timing = writer.timing()
        heading = f"{_clock(clock)}–{_clock(clock + length)}  {writer.said(each.wording.title)}"
        sections.append(Section(heading, (), (*writer.aims().points, *timing.points)))
        clock, since = clock + length, since + length
    sections.append(Section(f"{_clock(clock)}  {words('What each of us will try on Monday')}"))
    under = words(
        "{n} scenarios, from {first} to {last}", n=len(ordered), first=_clock(start), last=_clock(clock)
    )
    return Letter(words("A day with Rapport"), under, tuple(sections))


class _Writer:
    """Takes sentences from a scenario in one language."""

    def __init__(self, scenario: Scenario, wording: Wording, guide: FieldGuide, words: Words) -> None:
        self._scenario, self._wording, self._guide, self.words = scenario, wording, guide, words

    def said(self, text: LocalisedText) -> str:
        return text.said(self.words.locale)

    def aims(self) -> Section:
        """What it is for: the author's aims, then the items of the guide with a sentence each."""
        goals = self._wording.headline or self._wording.teaches[:3]
        taught = []
        for name in goals:
            item = self._guide.item(name)
            if item is not None:
                words = self.words
                taught.append(words("{name}: {text}", name=self.said(item.title), text=self.said(item.words)))
        return Section(self.words("What it is for"), (), (*map(self.said, self._wording.aims), *taught))

    def timing(self) -> Section:
        """Minutes for each part of a round."""
        words, (first, again) = self.words, self._wording.minutes
        return Section(
            words("Time"),
            (),
            (
                words("{n} minutes: read the briefing together", n=BRIEF),
                words("{n} minutes: play, everybody alone or in pairs", n=first),
                words("{n} minutes: talk about the turning points", n=DEBRIEF),
                words("{n} minutes: play again and say one line differently", n=again),
            ),
        )

    def people(self) -> Section:
        """Who is met, and what anybody may know of them."""
        points = []
        for person in self._scenario.people:
            about = self._wording.people[person.id]
            name = self.said(about.name)
            post = self.said(about.post)
            points.append(" · ".join(part for part in (name, post, self.said(about.known)) if part))
        return Section(self.words("Who is met"), (), tuple(points))

    def beneath(self) -> Section:
        """What is said against it and what it really stands on; not for the class before they have played."""
        words, points = self.words, []
        for objection in self._scenario.objections:
            spoken = self.said(self._wording.objections[objection.resistance.word])
            root = self.said(self._wording.secrets[objection.secret]) if objection.secret else ""
            points.append(words("“{said}” Beneath it: {root}", said=spoken, root=root) if root else spoken)
        roots = {objection.secret for objection in self._scenario.objections}
        points += [
            self.said(self._wording.secrets[secret.id])
            for secret in self._scenario.secrets
            if secret.id not in roots
        ]
        return Section(words("What is not said at first (for you alone)"), (), tuple(points))

    def facts(self) -> Section:
        """The fact cards with the truth of each."""
        words = self.words
        return Section(
            words("What is true"),
            (),
            tuple(
                words(
                    "{text} ({more})",
                    text=self.said(self._wording.facts[fact.id]),
                    more=words(TRUTHS[fact.truth]),
                )
                for fact in self._scenario.facts
            ),
        )

    def tempting(self) -> list[Section]:
        """Lines that tempt, each with the author's note: scene by scene, and to whom if there are several."""
        words, scenes = self.words, self._wording.scenes
        several = len(self._scenario.people) > 1
        found: dict[str, list[str]] = {}
        place = ""
        for beat in self._scenario.beats:
            if beat.scene is not None and beat.scene in scenes:  # it stays until another is named
                place = self.said(scenes[beat.scene].title)
            to = self.said(self._wording.people[beat.person].name) if several and beat.person else ""
            for line in beat.lines:
                if line.id not in self._wording.notes:
                    continue
                said = words(
                    "“{line}” — {note}",
                    line=self.said(self._wording.lines[line.id]),
                    note=self.said(self._wording.notes[line.id]),
                )
                found.setdefault(place, []).append(
                    words("To {name}: {text}", name=to, text=said) if to else said
                )
        heading = words("What to watch for")
        return [
            Section(f"{heading} · {place}" if place and len(found) > 1 else heading, (), tuple(points))
            for place, points in found.items()
        ]

    def questions(self) -> Section:
        """Questions for the class; a few that always work where the author has none."""
        words = self.words
        usual = (
            words("At which line did the face change first? What had been said just before?"),
            words("What was the real worry, and which line came nearest to it?"),
            words("Which line would have been right for somebody else?"),
        )
        own = tuple(map(self.said, self._wording.questions))
        return Section(words("Questions for the class"), (), own or usual)

    def endings(self) -> Section:
        """How it can end."""
        points = tuple(self.said(self._wording.endings[ending.id]) for ending in self._scenario.endings)
        return Section(self.words("How it can end"), (), points)


def markdown(told: Letter) -> str:
    """A letter as Markdown."""
    parts = [f"# {told.title}", told.under]
    for section in told.sections:
        parts.append(f"## {section.heading}")
        parts += section.paragraphs
        if section.points:
            parts.append("\n".join(f"- {point}" for point in section.points))
    return "\n\n".join(part for part in parts if part) + "\n"


_STYLE = """
body{margin:0;background:#f4eee2;color:#23272b;font:16px/1.55 'Noto Sans','Noto Sans SC','PingFang SC',
'Microsoft YaHei',sans-serif}main{max-width:760px;margin:0 auto;background:#fffcf5;padding:40px 48px 56px}
h1{font-size:32px;margin:0 0 4px}h2{font-size:19px;margin:28px 0 6px;color:#a83227}
.under{color:#5a5f63;margin:0 0 12px}ul{margin:0;padding-left:1.2em}li{margin:0 0 6px}
@media(max-width:600px){main{padding:24px 16px}}
@media print{body,main{background:#fff;padding:0}h2{break-after:avoid}li{break-inside:avoid}}
"""


def page(told: Letter, words: Words) -> str:
    """A letter as a page that stands by itself and prints on paper."""
    sections = "".join(
        f"<section><h2>{escape(section.heading)}</h2>"
        + "".join(f"<p>{escape(text)}</p>" for text in section.paragraphs)
        + (
            f"<ul>{''.join(f'<li>{escape(point)}</li>' for point in section.points)}</ul>"
            if section.points
            else ""
        )
        + "</section>"
        for section in told.sections
    )
    return (
        f"<!DOCTYPE html><html lang='{words.locale.value}'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width,initial-scale=1'>"
        f"<title>{escape(told.title)}</title>"
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(told.title)}</h1>"
        f"<p class='under'>{escape(told.under)}</p>{sections}</main></body></html>\n"
    )


def _length(wording: Wording) -> int:
    """Minutes of a whole round with its talk."""
    first, again = wording.minutes
    return BRIEF + first + DEBRIEF + again


def _closed(line: str, words: Words) -> str:
    """A line that another sentence follows; Chinese puts a space between the two instead."""
    bare = line and words.locale is Locale.EN and line[-1] not in '.!?…”"'
    return f"{line}." if bare else line


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
