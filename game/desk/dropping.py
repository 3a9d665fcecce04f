"""What happens to a file that is dropped on the window: a scenario is worked on, a transcript reviewed."""

from __future__ import annotations

from game.desk.scene import Desk
from game.desk.workshop_ports import Refused

SCENARIOS = (".yaml", ".yml", ".rapport")
TRANSCRIPTS = (".json",)
TABLES = (".xlsx", ".csv")


def dropped(desk: Desk, file: str) -> None:
    """Open a file, or say why it cannot be opened; what was going on has been kept already."""
    from game.desk.question_scene import QuestionScene
    from game.desk.work_scene import WorkScene

    bench, words = desk.workbench, desk.words
    name = file.replace("\\", "/").rpartition("/")[2]
    ending = file[file.rfind(".") :].lower() if "." in name else ""
    if isinstance(desk.scene, QuestionScene):
        desk.tell(words("Please finish the questions first, or leave them with Esc."))
        return
    if desk.seat is not None:
        desk.tell(words("You are in a class; leave it first, then drop the file again."))
        return
    if isinstance(desk.scene, WorkScene) and ending in TABLES and not desk.scene.work.shipped:
        desk.scene.take_back(file)
        return
    if bench is None or ending not in (*SCENARIOS, *TRANSCRIPTS):
        desk.tell(
            words(
                "{file} cannot be opened here; scenarios end in .yaml or .rapport, transcripts in .json.",
                file=name,
            )
        )
        return
    if ending in SCENARIOS:
        work = bench.work(file, words)
        if isinstance(work, Refused):
            desk.tell(work.sentence)
            return
        _leave(desk)
        desk.go(WorkScene(desk, bench, work))
        return
    talk = bench.talk(file, words)
    if isinstance(talk, Refused):
        desk.tell(talk.sentence)
        return
    from game.desk.debrief_scene import DebriefScene
    from game.desk.playing import Playing

    book, conversation = talk
    if not conversation.reactions:
        desk.tell(words("Nothing was said in {file} yet.", file=name))
        return
    _leave(desk)
    desk.go(DebriefScene(desk, Playing(book, conversation)))


def _leave(desk: Desk) -> None:
    """End what goes on beside the screen."""
    from game.desk.work_scene import WorkScene

    if isinstance(desk.scene, WorkScene):
        desk.scene.stop()
    if desk.overlay is not None:
        desk.overlay.close()
    desk.reviewing.close()
