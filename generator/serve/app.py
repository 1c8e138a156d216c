"""The preview as an application: the site's files, and what tells browsers of changes."""

import contextlib
import json
from collections.abc import AsyncIterator, Callable, Collection
from importlib.resources import files as resources
from posixpath import normpath
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.problems import Problem, as_text, excerpt
from generator.serve.edition import Edition
from generator.serve.gate import refusal
from generator.serve.hub import Hub

OWN = "_dateline/"  # what is the preview's and not the site's
CLIENT = ("client.js", "worker.js", "overlay.css")
TYPES = {
    "css": "text/css", "csv": "text/csv", "gif": "image/gif", "html": "text/html", "ico": "image/x-icon",
    "ics": "text/calendar", "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript",
    "json": "application/json", "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "txt": "text/plain", "wasm": "application/wasm", "webmanifest": "application/manifest+json", "webp": "image/webp",
    "avif": "image/avif", "xml": "application/xml", "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}  # fmt: skip
UNKNOWN = "application/octet-stream"
NOTHING_YET = (
    b"<!DOCTYPE html><html lang=en><title>Preview</title><body><p>The site cannot be shown yet.</p></body></html>"
)
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def make_app(current: Callable[[], Edition], hub: Hub, names: Collection[str] | None) -> ASGIApp:
    """The application that serves the current edition."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        hub.open()
        yield
        hub.close()

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "events":
            return StreamingResponse(hub.stream(), media_type="text/event-stream", headers=HEADERS)
        if name == "state":
            told = {"epoch": current().epoch, "connections": hub.listeners}
            return JSONResponse(told, headers=HEADERS)
        if name not in CLIENT:
            return PlainTextResponse("nothing here\n", 404, HEADERS)
        content = (resources("generator.serve") / name).read_bytes()
        return Response(content, media_type=_type_of(name), headers=HEADERS)

    async def page(request: Request) -> Response:
        asked = request.path_params["path"]
        path = normpath(f"/{asked}").lstrip("/")
        edition = current()
        if edition.files and asked and not asked.endswith("/") and f"{path}/index.html" in edition.files:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{quote(path)}/{query}", 307, HEADERS)
        path = f"{path}/index.html".lstrip("/") if not asked or asked.endswith("/") else path
        shown = edition.shown
        content = await run_in_threadpool(edition.files.get, path) if edition.files else None
        status = 200
        if content is None:
            content = await run_in_threadpool(edition.files.get, "404.html") if edition.files else None
            status, path = 404 if edition.files else 503, "404.html"
        if edition.shown != shown:  # a template fails, as is only found out now
            hub.tell(message_of(edition))
        if path.endswith(".html"):
            content = with_client(content or NOTHING_YET, edition)
        return Response(content, status, HEADERS, _type_of(path))

    routes = [
        Route(f"/{OWN}{{name:path}}", own, methods=["GET"]),
        Route("/{path:path}", page, methods=["GET"]),
    ]
    return _Gated(Starlette(routes=routes, lifespan=lifespan), names)


class _Gated:
    """Refuses before anything else is done."""

    def __init__(self, app: ASGIApp, names: Collection[str] | None) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
            if why := refusal(headers, self._names):
                await PlainTextResponse(f"{why}\n", 403, HEADERS)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def with_client(html: bytes, edition: Edition) -> bytes:
    """The page with the script that keeps it up to date, ahead of the site's own scripts."""
    script = f'<script src="/{OWN}client.js" data-epoch="{edition.epoch}" defer></script>'.encode()
    head, found, rest = html.partition(b"<head>\n")
    if found:
        return head + found + script + b"\n" + rest
    head, found, rest = html.rpartition(b"</body>")
    return head + script + found + rest if found else html + script


def message_of(edition: Edition) -> str:
    """What browsers are told of an edition, as JSON in one line."""
    told = {"epoch": edition.epoch, "go": edition.go, "problems": [_told(problem) for problem in edition.shown]}
    return json.dumps(told, ensure_ascii=False)


def _told(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "source": excerpt(problem.place) if problem.place.line and problem.place.source else None,
        "hint": problem.hint,
        "detail": problem.detail,
        "text": as_text(problem),
    }


def _type_of(path: str) -> str:
    kind = TYPES.get(path.rpartition(".")[2].lower(), UNKNOWN)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml")) else kind
