"""The application: every address, and what starts and stops with it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from game import __version__
from game.classroom import (
    board,
    boards,
    class_studies,
    emblems,
    home_pages,
    joining,
    openapi,
    other_servers,
    page_files,
    playing,
    rounds,
    scoring,
    self_check,
    taking_home,
    trainer,
    trainer_rounds,
    trainer_seats,
    trainer_undo,
    votes,
)
from game.classroom.bodies import answer
from game.classroom.callers import house_of, locale_of
from game.classroom.doorkeeper import Doorkeeper, refusal
from game.classroom.home_studies import HomeStudies
from game.classroom.house import ClassHouse
from game.classroom.inbox import Inbox
from game.classroom.luck_stock import LuckStock
from game.classroom.marking_pool import MarkingPool, Results
from game.classroom.refusals import Refused
from game.classroom.room import Room
from game.classroom.statement_sender import StatementSender
from game.classroom.variants import Variants
from game.records.class_rounds import Round

PROTOCOL = 1
API = "/api/v1"
SESSION = f"{API}/trainer/sessions/{{session}}"


WAYS = {
    ("POST", f"{API}/attempts"): playing.hand_in,
    ("POST", f"{API}/begin"): playing.begin,
    ("GET", f"{API}/state"): playing.state,
    ("POST", f"{API}/votes"): votes.vote,
}
"""What a whole class asks for at once."""


async def hello(request: Request) -> Response:
    """GET /api/v1/hello: what this is, for clients that look for a server."""
    house = house_of(request)
    open_ = [room for room in house.rooms.values() if room.session.state != "over"]
    return answer(
        {
            "rapport": __version__,
            "protocol": PROTOCOL,
            "installation": house.installation,
            # Where there are several, naming one by its code would be a way to try codes.
            "name": open_[0].session.title if len(open_) == 1 else None,
            "time": house.clock.now(),
        }
    )


async def led(request: Request) -> Response:
    """POST …/rounds/{rid}/vote/{verb}."""
    leader = request.app.state.leader
    assert isinstance(leader, votes.Leader)
    return await leader.lead(request)


async def pictured(request: Request) -> Response:
    """GET …/rounds/{rid}/picture."""
    studies = request.app.state.studies
    assert isinstance(studies, class_studies.Studies)
    return await studies.picture(request)


async def discussed(request: Request) -> Response:
    """POST …/discussion."""
    studies = request.app.state.studies
    assert isinstance(studies, class_studies.Studies)
    return await studies.discuss(request)


def routes() -> list[BaseRoute]:
    """Every address, those that are asked for most often first."""
    post = ["POST"]
    acts = [Route(f"{SESSION}/{name}", does, methods=post) for name, does in trainer.ACTS.items()]
    return [
        Route(f"{API}/state", playing.state),
        Route(f"{API}/attempts", playing.hand_in, methods=post),
        Route(f"{API}/begin", playing.begin, methods=post),
        Route(f"{API}/attempts/{{id}}", playing.attempt),
        Route(f"{API}/join", joining.join, methods=post),
        Route(f"{API}/packages/{{sha}}", playing.package),
        Route(f"{API}/votes", votes.vote, methods=post),
        Route(f"{API}/take-home", home_pages.link, methods=post),
        Route("/home/{signed}", home_pages.own),
        Route(f"{API}/hello", hello),
        Route(f"{API}/names", joining.names),
        Route(f"{API}/leave", joining.leave, methods=post),
        Route("/board/{token}/board.json", boards.picture),
        Route("/board/{token}/events", boards.events),
        Route("/board/{token}/code.svg", boards.code),
        Route("/board/{token}", page_files.board),
        Route("/pages/{name}", page_files.file),
        Route("/", page_files.join),
        Route("/j/{code}", page_files.join),
        Route("/teach", page_files.teach),
        Route("/check", page_files.check),
        Route(f"{API}/check", self_check.check),
        Route(f"{API}/openapi.json", openapi.document),
        Route(f"{API}/trainer/login", trainer.login, methods=post),
        Route(f"{API}/trainer/logout", trainer.logout, methods=post),
        Route(f"{API}/trainer/sessions", trainer.listed, methods=["GET"]),
        Route(f"{API}/trainer/sessions", trainer.made, methods=post),
        Route(f"{API}/trainer/scenarios", trainer.scenarios),
        Route(SESSION, trainer.looked_at, methods=["GET"]),
        Route(SESSION, trainer.changed, methods=post),
        Route(f"{SESSION}/events", trainer.events),
        Route(f"{SESSION}/audit", trainer.audit),
        *acts,
        Route(f"{SESSION}/undo", trainer_undo.undo, methods=post),
        Route(f"{SESSION}/next", trainer_rounds.following, methods=post),
        Route(f"{SESSION}/run-sheet", trainer_rounds.run_sheet, methods=post),
        Route(f"{SESSION}/roster", trainer_seats.listed, methods=["GET"]),
        Route(f"{SESSION}/roster", trainer_seats.roster, methods=post),
        Route(f"{SESSION}/rounds", trainer_rounds.made, methods=post),
        Route(f"{SESSION}/discussion", discussed, methods=post),
        Route(f"{SESSION}/rounds/{{round}}/picture", pictured),
        Route(f"{SESSION}/rounds/{{round}}/vote/{{verb}}", led, methods=post),
        Route(f"{SESSION}/rounds/{{round}}/{{verb}}", trainer_rounds.changed, methods=post),
        Route(f"{SESSION}/seats/remove-unapproved", trainer_seats.cleared, methods=post),
        Route(f"{SESSION}/seats/approve", trainer_seats.approved, methods=post),
        Route(f"{SESSION}/seats/{{seat}}/person", taking_home.one_person),
        Route(f"{SESSION}/seats/{{seat}}/take-home", home_pages.single),
        Route(f"{SESSION}/seats/{{seat}}/erase", taking_home.erased, methods=post),
        Route(f"{SESSION}/seats/{{seat}}/{{verb}}", trainer_seats.changed, methods=post),
        Route(f"{SESSION}/export.{{kind}}", taking_home.export),
        Route(f"{SESSION}/take-home", home_pages.progress),
        Route(f"{SESSION}/take-home.zip", home_pages.folder),
        Route(f"{SESSION}/roster-file", taking_home.roster_file, methods=post),
        Route(f"{SESSION}/statements", taking_home.outbox),
        Route(f"{SESSION}/statements.jsonl", taking_home.outbox_file),
        Route(f"{SESSION}/statements/retry", taking_home.retried, methods=post),
        Route(f"{SESSION}/attempts/{{attempt}}/transcript", trainer_rounds.transcript),
        Route(f"{SESSION}/attempts/{{attempt}}/{{verb}}", trainer_rounds.undo, methods=post),
    ]


def application(
    house: ClassHouse,
    hosts: Collection[str],
    processes: int = 0,
    more: Collection[BaseRoute] = (),
    sender: StatementSender | None = None,
) -> Doorkeeper:
    """The whole of it.

    Args:
        house: what requests share; its classes are read when the application starts.
        hosts: names under which it answers.
        processes: that mark; 0 for as many as this machine has to spare.
        more: further addresses.
        sender: of statements to a learning record store, for the trainer to look at.
    """

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        waiting = await asyncio.to_thread(house.load)

        async def done(results: Results) -> None:
            await scoring.written(house, results)

        pool = MarkingPool(done, processes)
        app.state.pool, app.state.inbox, app.state.tasks = pool, Inbox(house), set()
        app.state.luck = LuckStock()
        pool.start()
        for attempt in waiting:
            again = scoring.task_of(house, attempt)
            if again is not None:
                pool.add(again)
        running = [
            asyncio.create_task(board.Painter(house, lambda room: lobby_changed(house, room)).run()),
            asyncio.create_task(rounds.watch(house)),
            asyncio.create_task(emblems.watch(house)),
        ]
        studies = class_studies.Studies(house, threaded=processes < 0)
        app.state.studies = studies
        homes = HomeStudies(house, threaded=processes < 0)
        app.state.homes = homes
        variants = Variants(house, threaded=processes < 0)
        app.state.variants = variants
        leader = votes.Leader(house, threaded=processes < 0)
        app.state.leader = leader

        async def follow(room: Room, one: Round) -> None:
            if one.mode == "vote" and one.state == "open":
                await leader.begin(room, one)
            elif one.mode == "vote" and one.state == "closed":
                await leader.finish(room, one)

        house.followers = [follow]
        await leader.restored()
        others = None
        if house.database.shared:
            others = other_servers.OtherServers(house, leader.merged)
            others.start()
            app.state.others = others
        for session in house.rooms:
            house.mark_dirty(session)
        try:
            yield
        finally:
            stop(house)
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            if others is not None:
                await others.close()
            leader.close()
            studies.close()
            homes.close()
            variants.close()
            await pool.close()

    app = Starlette(
        routes=[*routes(), *more],
        lifespan=lifespan,
        exception_handlers={HTTPException: _http, Refused: _refused, Exception: _broken},
    )
    app.state.house, app.state.sender, app.state.others = house, sender, None
    return Doorkeeper(app, hosts, ways=WAYS)


def lobby_changed(house: ClassHouse, room: Room) -> None:
    """The trainer's page has something new; it is put together only where somebody looks at it."""
    room.lobby.publish(b"", house.clock.now())


def stop(house: ClassHouse) -> None:
    """End every stream and every question that is kept open (U19)."""
    house.stopping = True
    for room in house.rooms.values():
        room.board.wake()
        room.lobby.wake()
        room.bells.ring_all()


async def _http(request: Request, error: Exception) -> Response:
    """What the router says, in our words."""
    status = getattr(error, "status_code", 404)
    return await _refused(request, Refused("wrong-method" if status == 405 else "not-found"))


async def _refused(request: Request, error: Exception) -> Response:
    """A refusal in the language of whoever asked."""
    assert isinstance(error, Refused)
    body, headers = refusal(error, locale_of(request))
    return Response(body, error.status, headers)


async def _broken(request: Request, _: Exception) -> Response:
    """A bug of ours; the doorkeeper writes it down."""
    return await _refused(request, Refused("broken"))
