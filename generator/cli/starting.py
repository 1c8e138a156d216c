"""`dateline new` and `dateline schema`: what a new author begins with."""

import json
import shlex
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from uuid import UUID, uuid4

import click

from generator.check.schemas import SCHEMAS, schema_of
from generator.cli.building import GOOD, PROBLEMS, WRONG_USAGE
from generator.cli.printing import print_failure
from generator.disk.errors import reason
from generator.version import __version__

NEXT_FOR_PAGES = """
GitHub Pages will serve it. Make an empty repository on GitHub, choose there, once,
    Settings → Pages → Source: GitHub Actions
and push:
    cd {folder}
    git init -b main && git add . && git commit -m Begin
    git remote add origin ADDRESS
    git push -u origin main"""
WORKFLOW = ".github/workflows/pages.yml"
SCHEMA_FOLDER = ".schemas"
SITE_FILE, NO_ID = "site.yaml", str(UUID(int=0))
VERSION_LINE = "DATELINE: 0.0.0"
# A file named .gitignore would keep the starter itself out of the wheel, and what is hidden is easily overlooked.
RENAMED = {"gitignore": ".gitignore", "github": ".github"}


def run_schema(kind: str | None) -> int:
    """Print a schema, or all of them by name; the exit status."""
    shown = schema_of(kind) if kind else {name: schema_of(name) for name in SCHEMAS}
    click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    return GOOD


def run_new(folder: Path, *, pages: bool) -> int:
    """Write a small site, with `pages` one that GitHub Pages serves; the exit status."""
    if folder.exists() and any(folder.iterdir()):
        print_failure(f"the folder '{folder}' is not empty", "name a new one: nothing was written")
        return WRONG_USAGE
    try:
        for path, content in starter_files(pages=pages).items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    except OSError as error:
        print_failure(f"'{folder}' cannot be written: {reason(error)}")
        return PROBLEMS
    typed = shlex.quote(str(folder))
    output = shlex.quote(str(folder / "output"))
    click.echo(
        f"A small site stands in {folder}. Next:\n    dateline build {typed}\n"
        f"    python3 -m http.server -d {output} -b 127.0.0.1 8000\nand open http://127.0.0.1:8000/"
    )
    if pages:
        click.echo(NEXT_FOR_PAGES.format(folder=typed))
    return GOOD


def starter_files(*, pages: bool = False) -> dict[str, bytes]:
    """The files of a new site by path, the schemas for editors among them. Its id is like no other's.

    With `pages`, among them are the workflow that builds it with this version, and what keeps that up to date.
    """
    found = {f"{SCHEMA_FOLDER}/{kind}.json": _schema_bytes(kind) for kind in SCHEMAS}
    _collect(files("generator.cli") / "starter", "", found)
    found[SITE_FILE] = found[SITE_FILE].replace(NO_ID.encode(), str(uuid4()).encode())
    if pages:
        _collect(files("generator.cli") / "pages", "", found)
        found[WORKFLOW] = found[WORKFLOW].replace(VERSION_LINE.encode(), f"DATELINE: {__version__}".encode())
    return found


def _schema_bytes(kind: str) -> bytes:
    return (json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n").encode()


def _collect(folder: Traversable, prefix: str, found: dict[str, bytes]) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            _collect(entry, f"{prefix}{RENAMED.get(entry.name, entry.name)}/", found)
        elif not entry.name.endswith((".py", ".pyc")):
            found[f"{prefix}{RENAMED.get(entry.name, entry.name)}"] = entry.read_bytes()
