"""Files that a class may fetch from the host, because class rooms have no internet: a folder of wheels, a
handout."""

from __future__ import annotations

import html
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from game.classroom.callers import locale_of
from game.classroom.refusals import Refused
from game.language.words import Words

MOST = 2_000


def routes_of(folder: Path | None) -> list[Route]:
    """The addresses of a folder that is handed out; none where there is none."""
    if folder is None:
        return []
    handed = HandOut(folder)
    return [Route("/files/", handed.listing), Route("/files/{name}", handed.file)]


class HandOut:
    """One folder; what lies below it in other folders is not handed out."""

    def __init__(self, folder: Path) -> None:
        """Hand out the files of a folder."""
        self._folder = folder

    async def listing(self, request: Request) -> Response:
        """GET /files/: the files, in the form that `pip install --find-links` reads as well."""
        words = Words(locale_of(request))
        rows = "\n".join(
            f'<li><a href="{html.escape(name)}">{html.escape(name)}</a></li>' for name in self.names()
        )
        title = html.escape(words("Files of this class"))
        page = (
            f'<!doctype html><html lang="{words.locale.value}"><meta charset="utf-8"><title>{title}</title>'
            f"<h1>{title}</h1><ul>\n{rows}\n</ul></html>"
        )
        return Response(page, media_type="text/html")

    async def file(self, request: Request) -> Response:
        """GET /files/{name}."""
        name = request.path_params["name"]
        if name not in self.names():
            raise Refused("not-found")
        return FileResponse(self._folder / name, headers={"cache-control": "no-cache"}, filename=name)

    def names(self) -> list[str]:
        """Names of the files that are handed out now."""
        try:
            found = [
                path.name
                for path in self._folder.iterdir()
                if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
            ]
        except OSError:
            return []
        return sorted(found)[:MOST]
