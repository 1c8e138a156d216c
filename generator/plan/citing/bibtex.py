"""Works as BibTeX, with the date in EDTF as well, which biblatex reads."""

import re
from urllib.parse import quote

from generator.dates import Date
from generator.plan.citing.dates import apa_date, is_doubtful, is_plain
from generator.plan.citing.names import Name
from generator.plan.citing.work import Work

TYPES = {"article-newspaper": "article", "report": "techreport"}
# What each calls the house that a work comes from.
HOUSES = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace counts for BibTeX even behind a backslash, so one without its other must go by name.
ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_{}"},
}
STRAY = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})  # in a field in which all else stands for itself
SPECIAL = re.compile(r"[\\{}~^#$%&_]")


def bibtex(work: Work) -> str:
    """The work as an entry. Titles stand in two pairs of braces, since styles would change their capitals."""
    kind = TYPES.get(work.type, "misc")
    fields = [
        ("title", f"{{{tex(work.title)}}}"),
        ("author", " and ".join(map(_name, work.authors))),
        (HOUSES[kind], tex(work.container or work.publisher)),
        ("number", tex(work.number)),
        *_dated(work.date),
        ("doi", work.doi.translate(VERBATIM)),
        ("url", tex_address(work.url)),
        ("urldate", _day(work.accessed)),
        ("note", tex(". ".join(note for note in (work.genre, work.archive, *work.notes) if note))),
    ]
    rows = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields if value]
    return "\n".join([f"@{kind}{{{work.key},", *rows, "}\n"])


def tex(text: str) -> str:
    """Text that TeX sets as it stands."""
    if not SPECIAL.search(text):
        return text
    stray = _stray(text) if "{" in text or "}" in text else ()
    return SPECIAL.sub(lambda found: (STRAY if found.start() in stray else ESCAPES)[found[0]], text)


def _stray(text: str) -> set[int]:
    """Where braces stand that have no other."""
    opened: list[int] = []
    stray = set()
    for place, sign in enumerate(text):
        if sign == "{":
            opened.append(place)
        elif sign == "}":
            stray |= {place} if not opened else set()
            del opened[-1:]
    return stray | set(opened)


def tex_address(address: str) -> str:
    """An address without what would end a field; all else stands for itself there."""
    return quote(address, safe="!#$%&'()*+,-./:;=?@[]_~") if address else ""


def _name(name: Name) -> str:
    """A body's name stands in braces of its own, since 'and' and commas would part it."""
    return f"{tex(name.family)}, {tex(name.given)}" if name.given else f"{{{tex(name.family)}}}"


def _dated(date: Date | None) -> tuple[tuple[str, str], ...]:
    """The year, in words where it is not one; the month of a single date; and all of it for biblatex."""
    if date is None:
        return ()
    is_single = is_plain(date) and not is_doubtful(date) and date.kind == "single" and date.start is not None
    month = MONTHS[date.start.month or 0] if is_single and date.start else ""
    whole = "" if date.kind == "set" else date.edtf.partition("T")[0]
    return ("year", apa_date(date, year_only=True)), ("month", month), ("date", whole)


def _day(date: Date | None) -> str:
    return date.edtf.partition("T")[0] if date and date.kind == "single" else ""
