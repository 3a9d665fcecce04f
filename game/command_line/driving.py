"""Plays a list of choices without a screen, for programs and for a quick look."""

from __future__ import annotations

import json
from typing import Any

from game.command_line.complaints import Complaint, ExitCode
from game.command_line.house import House
from game.command_line.machine import LeftOut, Stopped, account, played, played_on, turns_to_json
from game.command_line.opened import Opened
from game.command_line.shelf import Shelf
from game.command_line.streams import tell
from game.command_line.terminal.debrief import Debrief
from game.command_line.terminal.paper import paper
from game.command_line.terminal.session import Wish, seed_for_wish
from game.command_line.terminal.situation import Situation
from game.desk.playing import Playing
from game.engine.conversation import Conversation
from game.engine.transcript import Say


def drive(
    house: House,
    shelf: Shelf,
    wish: Wish,
    choices: str,
    as_json: bool,
    usual_seed: int,
    leaving_out: bool = False,
) -> int:
    """Play the choices and print what came of it; nothing is kept on disk.

    Args:
        house: the words.
        shelf: the scenarios.
        wish: which scenario, customer and seed.
        choices: ids of lines with commas between them.
        as_json: print the object of the contract instead of text.
        usual_seed: the seed where the wish names none.
        leaving_out: pass over lines that are not on offer, and say so, instead of stopping there.

    Returns:
        the exit code: 2 where a line was not on offer or the choices ran out.
    """
    try:
        if not wish.scenario:
            raise Complaint(house.words("which scenario? rapport play SCENARIO --choices …"), "scenario")
        opened = shelf.open(wish.scenario, wish.customer.pure)
        seed = seed_for_wish(
            house, opened, wish if wish.seed is not None else Wish(wish.scenario, usual_seed, wish.customer)
        )
    except Complaint as complaint:
        if as_json:
            show({"error": complaint.kind, "message": complaint.sentence})
            return complaint.code
        raise
    begun = Conversation.begin(opened.scenario, seed)
    wanted = [choice.strip() for choice in choices.split(",") if choice.strip()]
    left_out: tuple[LeftOut, ...] = ()
    if leaving_out:
        ended, left_out = played_on(begun, wanted)
    else:
        ended = played(begun, wanted)
    conversation = ended.conversation if isinstance(ended, Stopped) else ended
    house.witness.saw(opened.scenario.id, conversation.transcript().to_json())
    if as_json:
        told = ended.to_json() if isinstance(ended, Stopped) else account(ended) | _reference(opened, wish)
        if leaving_out:
            told |= {
                "left_out": [each.to_json() for each in left_out],
                "turns": turns_to_json(conversation),
            }
        show(told)
    else:
        _tell(house, opened, begun, ended)
        for each in left_out:
            offers = ", ".join(each.offers) or "-"
            tell(
                house.words(
                    "Turn {n}: {line} was not on offer; there were: {ids}",
                    n=each.turn, line=each.line, ids=offers,
                )
            )  # fmt: skip
    return ExitCode.UNUSABLE if isinstance(ended, Stopped) else ExitCode.FINE


def show(told: dict[str, Any]) -> None:
    """Print one JSON object; letters beyond ASCII are escaped, so that every terminal passes it on."""
    tell(json.dumps(told, indent=1))


def _reference(opened: Opened, wish: Wish) -> dict[str, Any]:
    """Where the scenario and the psychology came from, if not from the library, as they were asked for."""
    told = {"source": wish.scenario if opened.source else "", "psychology": opened.psychology}
    return {key: value for key, value in told.items() if value}


def _tell(house: House, opened: Opened, begun: Conversation, ended: Conversation | Stopped) -> None:
    """The conversation as text, with the debrief where it came to an end."""
    words, page = house.words, paper(house.words, plain=False)
    situation = Situation(page, words)
    conversation = ended.conversation if isinstance(ended, Stopped) else ended
    playing = Playing(opened.book, begun)
    situation.open(playing)
    for move in conversation.moves:
        if isinstance(move, Say):
            before = playing.scene
            said = playing.say(move.line, 0)
            assert said is not None, "it was said before"
            playing, reaction = said
            situation.react(playing, reaction, before)
    if not isinstance(ended, Stopped):
        Debrief(page, words).tell(playing)
        return
    told = ended.to_json()
    page.gap()
    page.text(
        words("Turn {n}: that line is not on offer.", n=told["turn"])
        if ended.error == "unavailable"
        else words("Turn {n}: the conversation is not over, and the choices are.", n=told["turn"])
    )
    page.text(words("On offer: {ids}", ids=", ".join(told["offers"]) or "-"))
