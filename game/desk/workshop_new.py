"""New scenarios: from a few plain questions, or another one in other clothes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future

from game.desk.question_scene import OneQuestion, QuestionScene
from game.desk.row_column import Row
from game.desk.scene import Desk
from game.desk.sounds import Sound
from game.desk.workshop_page import WorkshopPage
from game.desk.workshop_ports import Made, Question, Refused, Work, Workbench

NAME = "name"
"""The key of the question for the file's name."""


def begin_new(desk: Desk, bench: Workbench) -> None:
    """Ask for everything that a first draft needs, and write it."""

    def asked() -> Sequence[Question]:
        return (_name(desk, bench.free_name("my-case")), *bench.questions(desk.words))

    def done(answers: Mapping[str, str]) -> None:
        told = {key: answer for key, answer in answers.items() if key != NAME}
        name, words = answers[NAME], desk.words
        finish(desk, bench, lambda: bench.new(name, told, words))

    _ask(desk, bench, desk.words("New scenario"), asked, done)


def begin_redress(desk: Desk, bench: Workbench, work: Work) -> None:
    """Ask for a name, and write the work in other clothes."""

    def asked() -> Sequence[Question]:
        return (_name(desk, bench.free_name(f"my-{work.id}")),)

    def done(answers: Mapping[str, str]) -> None:
        name, words = answers[NAME], desk.words
        finish(desk, bench, lambda: bench.redress(work, name, words))

    _ask(desk, bench, desk.words("Re-dress"), asked, done, work)


def finish(desk: Desk, bench: Workbench, make: Callable[[], Made | Refused]) -> None:
    """Write beside the picture, then show the work with what was done, or say why nothing was."""
    desk.go(WritingScene(desk, bench, make))


class WritingScene(WorkshopPage):
    """Stands there while a scenario is being written; it is a moment only."""

    def __init__(self, desk: Desk, bench: Workbench, make: Callable[[], Made | Refused]) -> None:
        super().__init__(desk, bench)
        self._making: Future[Made | Refused] = desk.reader.run(make)

    def written(self) -> Sequence[Row]:
        """What there is to say."""
        return [Row(self._desk.words("One moment …"), 20, "ink_soft")]

    def update(self, ms: int) -> None:  # noqa: ARG002
        """Go on as soon as it is written."""
        from game.desk.work_scene import WorkScene
        from game.desk.workshop_scene import WorkshopScene

        if not self._making.done():
            return
        desk, made = self._desk, self._making.result()
        work = self._bench.work(made.file, desk.words) if isinstance(made, Made) else made
        if isinstance(made, Made) and not isinstance(work, Refused):
            desk.sounds.play(Sound.PAPER)
            desk.go(WorkScene(desk, self._bench, work, tuple(told(made, desk))))
            return
        desk.go(WorkshopScene(desk, self._bench))
        if isinstance(work, Refused):
            desk.tell(work.sentence)


def told(done: Made | Refused, desk: Desk) -> Sequence[Row]:
    """What was done, or why nothing was, as rows."""
    if isinstance(done, Refused):
        head = Row(desk.words("Nothing was changed"), 24, "vermilion", bold=True)
        return (head, *(Row(line, 17, space=4) for line in done.sentence.splitlines()))
    head = Row(desk.words("Done"), 24, "jade", bold=True)
    return (head, *(Row(sentence, 17, space=4) for sentence in done.sentences))


def _name(desk: Desk, usual: str) -> OneQuestion:
    return OneQuestion(NAME, desk.words("What shall the file be called? (small letters and hyphens)"), usual)


def _ask(
    desk: Desk,
    bench: Workbench,
    heading: str,
    asked: Callable[[], Sequence[Question]],
    done: Callable[[Mapping[str, str]], None],
    work: Work | None = None,
) -> None:
    from game.desk.work_scene import WorkScene
    from game.desk.workshop_scene import WorkshopScene

    def away() -> None:
        desk.go(WorkshopScene(desk, bench) if work is None else WorkScene(desk, bench, work))

    desk.sounds.play(Sound.PAPER)
    desk.go(QuestionScene(desk, heading, asked, done, away))
