"""All sources of a site as files for programs that keep references: CSL-JSON, BibTeX and RIS."""

import json
from collections.abc import Callable, Sequence

from generator.plan.citing import Work, bibtex, csl, ris

Written = Callable[[Sequence[Work]], bytes]


def render_csl(works: Sequence[Work]) -> bytes:
    """CSL-JSON, a line for each work, so that versions can be compared."""
    rows = (json.dumps(csl(work), ensure_ascii=False, separators=(",", ":")) for work in works)
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def render_bibtex(works: Sequence[Work]) -> bytes:
    """BibTeX, in UTF-8."""
    return "\n".join(map(bibtex, works)).encode()


def render_ris(works: Sequence[Work]) -> bytes:
    """RIS, whose lines end as its specification says."""
    return "\n".join(map(ris, works)).replace("\n", "\r\n").encode()


SOURCE_FILES: dict[str, Written] = {
    "sources.json": render_csl,
    "sources.bib": render_bibtex,
    "sources.ris": render_ris,
}
