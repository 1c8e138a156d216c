"""Works as RIS, which most programs that keep references read."""

from collections.abc import Iterator

from generator.dates import Date
from generator.plan.citing.dates import SEASONS, apa_date, is_doubtful, is_plain
from generator.plan.citing.work import Work

TYPES = {"article-newspaper": "NEWS", "report": "RPRT", "webpage": "ELEC", "post": "ELEC"}
KINDS = {"official": "GOVDOC", "archive": "MANSCPT"}


def ris(work: Work) -> str:
    """The work as a record, with the lines of a text."""
    rows = [
        ("TY", KINDS.get(work.kind) or TYPES.get(work.type, "GEN")),
        ("ID", work.key),
        ("TI", work.title),
        *(("AU", f"{name.family}, {name.given}" if name.given else name.family) for name in work.authors),
        ("T2", work.container),
        ("PB", work.publisher),
        *_dated(work.date),
        ("M3", work.genre),
        ("M1", work.number),
        ("AV", work.archive),
        ("DO", work.doi),
        ("UR", work.url),
        ("Y2", _slashed(work.accessed) if work.accessed else ""),
        ("LA", work.language),
        *(("N1", note) for note in work.notes),
    ]
    return "\n".join([f"{tag}  - {value}" for tag, value in rows if value] + ["ER  - \n"])


def _dated(date: Date | None) -> Iterator[tuple[str, str]]:
    if date is None:
        return
    if slashed := _slashed(date):
        yield "PY", slashed[:4]
    yield "DA", slashed or f"///{apa_date(date)}"


def _slashed(date: Date) -> str:
    """`2023/04/01/`, with a season or circa behind it; '' for what RIS cannot say: a span, a year of other length."""
    part = date.start
    if part is None or date.kind != "single" or not is_plain(date) or not 1000 <= part.year <= 9999:
        return ""
    month = f"{part.month:02d}" if part.month else ""
    day = f"{part.day:02d}" if part.day else ""
    other = SEASONS.get(part.season or 0, "") or ("circa" if is_doubtful(date) else "")
    return f"{part.year}/{month}/{day}/{other}"
