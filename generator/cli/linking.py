"""`dateline check --links`: what became of the addresses that a site names."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.progress import Progress
from generator.disk.aside import in_one_step
from generator.disk.cache import Cache
from generator.disk.errors import reason
from generator.problems import Problem, in_order

if TYPE_CHECKING:
    from generator.check.written import Written

MISSING = "following links needs httpx"
INSTALL = "\"pip install 'dateline[links]'\" installs it"
VERSION = "links 1"  # of what is remembered of addresses


class Unwritten(Exception):
    """The report cannot be written, and why."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of the links."""

    report: Path | None
    allow_private: bool
    archive: str | None  # where stored copies are asked for; '' for nowhere, None for where they usually are


def can_follow() -> bool:
    """Whether what links are followed with is installed."""
    return find_spec("httpx") is not None


def follow_links(
    request: Request, root: Path, written: "Written", problems: Sequence[Problem]
) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """All problems of a site with those of its links, and lines that sum up the rest.

    Raises Unwritten where the report cannot be written.
    """
    from generator.links.archive import WAYBACK
    from generator.links.doubts import doubts_of, with_copies
    from generator.links.looking import Ways, look
    from generator.links.reporting import report_json, table
    from generator.links.uses import uses_of

    archive = WAYBACK if request.archive is None else request.archive
    with Progress() as progress, Cache(root / ".cache", VERSION) as cache:
        ways = Ways(allow_private=request.allow_private, archive=archive, progress=progress.show)
        findings = look(uses_of(written.subject), cache, ways)
    if request.report:
        try:
            with in_one_step(request.report) as aside:
                aside.write_bytes(report_json(findings).encode())
        except OSError as error:
            raise Unwritten(f"'{request.report}' cannot be written: {reason(error)}") from error
    found = doubts_of(findings, written.levels)
    return in_order((*with_copies(problems, findings), *found)), tuple(table(findings))
