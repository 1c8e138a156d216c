"""A site that is read from a disk: links name files, and what scripts would fetch is there as scripts."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from generator.plan import ROOT, Page
from generator.render.assets import hashed_path
from generator.render.scripts import squeezed

Maker = Callable[[], bytes]
FETCH = "offline/fetch.js"  # the template that stands in for fetch
ENTRIES = "entries.js"  # beside the page whose entries it holds
# An address of a folder of the site, where a browser follows it: in a link, or as what a page leads on to.
FOLDER = re.compile(rb'((?: href="|; url=)' + ROOT.encode() + rb'(?:[^"?#]*/)?)(?=["?#])')
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


def name_files(html: bytes) -> bytes:
    """The page with links to files: a browser that is led to a folder of a disk lists it."""
    return FOLDER.sub(rb"\1index.html", html)


def publish_fetch(templates: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The path and the content of the script that must come before all others."""
    content = squeezed(templates[FETCH].decode()).encode()
    return hashed_path("offline.js", content), content


def index_as_scripts(index: Mapping[str, Maker]) -> dict[str, Maker]:
    """The filters' index, each file as a script."""
    return {f"{path.removesuffix('.json')}.js": partial(_given_json, make) for path, make in index.items()}


def entries_as_scripts(pages: Iterable[Page], render: Callable[[Page], bytes]) -> dict[str, Maker]:
    """The entries of these pages as scripts, beside them."""
    return {
        f"{page.path.removesuffix('index.html')}{ENTRIES}": partial(_given_main, partial(render, page))
        for page in pages
    }


def _given_json(make: Maker) -> bytes:
    return b"dateline.given=" + make()


def _given_main(make: Maker) -> bytes:
    found = MAIN.search(make().decode())
    return b"dateline.given=" + json.dumps(found[0] if found else "", ensure_ascii=False).encode() + b"\n"
