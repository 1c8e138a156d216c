"""Calendar dates in English words that no one can read in two ways: `4-5 April 2023`, `on or before 1 April 2023`.

Everything here reads folded text: small letters, single blanks, plain hyphens.
"""

import re
from dataclasses import dataclass, replace

from generator.dates.calendar import Calendar
from generator.dates.date import Date, Kind
from generator.dates.edtf import check_day, dated, read_part, read_time
from generator.dates.english import MONTH_NUMBERS, MONTH_WORD, SEASON_WORD, SEASONS
from generator.dates.error import DateError
from generator.dates.partial import WINTER, PartialDate

_BCE, _CE = r"b\.?c\.?(?:e\.?)?", r"c\.?e\.?|a\.?d\.?"
_YEAR = (
    rf"(?:(?P<year>\d{{4}})|(?P<bce>\d{{1,13}}) ?(?:{_BCE})|(?P<ce>\d{{1,13}}) ?(?:{_CE})|a\.?d\.? ?(?P<ad>\d{{1,13}}))"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH_WORD})\.?"

# What one end can look like. A first end may lack the month or the year that the second has.
_BODIES = tuple(
    re.compile(body, re.ASCII)
    for body in (
        rf"(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH}(?:,? {_YEAR})?",
        rf"{_DAY},? {_YEAR}",
        _YEAR,
        r"(?:the )?(?P<number>\d{1,13})(?:st|nd|rd|th)?",
        rf"(?P<season>{SEASON_WORD})(?: of)?,? {_YEAR}",
    )
)
_WINTER = re.compile(
    rf"winter (?:1 bce ?- ?1 ce|(?P<first>\d{{1,13}})-(?P<last>\d{{1,13}})(?P<era> (?:{_BCE}|{_CE}))?)", re.ASCII
)
_ABOUT = re.compile(r"(?:circa|ca\.?|c\.?|on or about|around|about) ?(?=[\da-z])", re.ASCII)
_UNCERTAIN = re.compile(r" ?(?:\?|\(uncertain\))$")
_CLOCK = re.compile(
    r"(?P<date>.+?),? (?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d))?(?: \(utc(?P<offset>[+-]\d\d:\d\d)?\))?", re.ASCII
)
_DECADE = re.compile(r"(?:the )?(\d{3})0s", re.ASCII)
_SOME = re.compile(r"some (day|month|year) (?:in|from) (.+?)(?: to (.+))?")

# Days and years, but no months: with a dash for a hyphen '2001–02' is as likely two years.
_FIGURES = re.compile(r"(?:-?\d{4}|[+-]\d{5,13})-\d\d-\d\d[~?%]?|\d{4}[~?%]?", re.ASCII)
_TIGHT = re.compile(r"(?P<start>[^-]+)-(?P<end>[^-]+)")

# The words around the ends, and the kind of date they make; `-` is any dash.
_FRAMES: tuple[tuple[re.Pattern[str], Kind, bool], ...] = (
    (re.compile(r"(?:on|in) or before (?P<end>.+)"), "set", False),
    (re.compile(r"(?:on|in) or after (?P<start>.+)"), "set", False),
    (re.compile(r"between (?P<start>.+) and (?P<end>.+)"), "set", False),
    (re.compile(r"since (?P<start>.+)|(?P<on>.+) - ongoing"), "span", True),
    (re.compile(r"until (?P<end>.+)"), "span", True),
    (re.compile(r"(?P<start>.+) - end unknown|start unknown - (?P<end>.+)"), "span", False),
    (re.compile(r"(?P<start>.+) (?:-|to) (?P<end>.+)"), "span", False),
    (_TIGHT, "span", False),
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One end as far as it was written out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    number: int | None = None  # a figure alone: a day or a year, as the other end says
    before_era: bool = False  # its year is BCE
    in_era: bool = False  # its year is CE, and said to be


def plain(text: str) -> str:
    """Single blanks and plain hyphens."""
    return re.sub("[\u2010-\u2015\u2212]", "-", " ".join(text.split()))


def read_written(text: str, folded: str, calendar: Calendar) -> Date | None:
    """The date, or None where the words are none that are read here."""
    if part := read_whole(text, folded, calendar):
        return dated("single", part, part, text, calendar)
    for pattern, kind, is_open in _FRAMES:
        found = pattern.fullmatch(folded)
        if not found:
            continue
        groups = found.groupdict()
        start, end = groups.get("start") or groups.get("on"), groups.get("end")
        if start and end:
            if ends := _read_pair(text, start, end, calendar):
                if pattern is _TIGHT:
                    _refuse_shared_mark(text, *ends)
                return dated(kind, *ends, text, calendar)
        elif part := read_whole(text, start or end or "", calendar):
            if start:
                return dated(kind, part, None, text, calendar, open_end=is_open)
            return dated(kind, None, part, text, calendar, open_start=is_open)
    return None


def _refuse_shared_mark(text: str, start: PartialDate, end: PartialDate) -> None:
    """`c. 4-5 April 2023`: the mark may go for one end or for both."""
    if start.qualifier != end.qualifier:
        both = replace(start, approximate=True), replace(end, approximate=True)
        forms = f"{start.edtf}/{end.edtf}, or {both[0].edtf}/{both[1].edtf} where both ends are so"
        raise DateError(f"'{text}' can be read in two ways", f"write {forms}")


def read_whole(text: str, folded: str, calendar: Calendar) -> PartialDate | None:
    """One date that needs no other to be complete."""
    if _FIGURES.fullmatch(folded):
        return read_part(folded, calendar)
    words, approximate, uncertain = _unmark(folded)
    part = _read_body(text, words, calendar)
    return replace(part, approximate=approximate, uncertain=uncertain) if part and (approximate or uncertain) else part


def _unmark(words: str) -> tuple[str, bool, bool]:
    """The words without what qualifies them; whether they are circa; whether they are uncertain."""
    about, doubt = _ABOUT.match(words), _UNCERTAIN.search(words)
    return words[about.end() if about else 0 : doubt.start() if doubt else None], bool(about), bool(doubt)


def _read_body(text: str, words: str, calendar: Calendar) -> PartialDate | None:
    if found := _DECADE.fullmatch(words):
        # '1900s' are ten years to one reader and a hundred to another.
        return PartialDate(int(found[1]) * 10, unspecified="X") if found[1][-1] != "0" else None
    if found := _SOME.fullmatch(words):
        return _read_some(text, found, calendar)
    if found := _CLOCK.fullmatch(words):
        part = _read_body(text, found["date"], calendar)
        offset = found["offset"] or ("Z" if words.endswith("(utc)") else None)
        time = read_time(text, found["h"], found["m"], found["s"], offset)
        return replace(part, time=time) if part and part.precision == "day" else None
    if found := _WINTER.fullmatch(words):
        return _read_winter(found)
    fragment = _read_fragment(text, words)
    return _complete(text, fragment, calendar) if fragment else None


def _read_some(text: str, found: re.Match[str], calendar: Calendar) -> PartialDate | None:
    """`some day in June 2004`, `some month in 2004`, `some year from 1900 to 1999`."""
    unit, first, last = found.groups()
    start = _read_body(text, first, calendar)
    end = _read_body(text, last, calendar) if last else None
    if not start or start.precision not in ("year", "month") or (end is None) == (unit == "year"):
        return None
    if unit != "year":
        mask = "-XX-XX" if (unit, start.precision) == ("day", "year") else "-XX"
        return replace(start, unspecified=mask) if unit == "day" or start.precision == "year" else None
    for mask in ("X", "XX"):
        years = replace(start, unspecified=mask)
        if end == PartialDate(years.last_year) and read_part(years.edtf, calendar) == years:
            return years
    return None


def _read_winter(found: re.Match[str]) -> PartialDate | None:
    """`winter 2023-24`, named by both its years."""
    first, last, era = found.groups()
    if first is None:
        return PartialDate(0, season=WINTER)
    if era and era.strip().startswith("b"):
        return PartialDate(1 - int(first), season=WINTER) if int(last) == int(first) - 1 else None
    following = str(int(first) + 1)
    is_short = len(first) == 4 and last == following[-2:]
    return (
        PartialDate(int(first), season=WINTER) if (len(first) >= 4 or era) and (last == following or is_short) else None
    )


def _read_fragment(text: str, words: str) -> Fragment | None:
    for body in _BODIES:
        if found := body.fullmatch(words):
            groups = found.groupdict()
            before, inside = groups.get("bce"), groups.get("ce") or groups.get("ad")
            year = groups.get("year") or before or inside
            if year and not int(year):
                raise DateError(f"'{text}' has a year 0, and no era has one", "write 0000, which is 1 BCE")
            return Fragment(
                (1 - int(year) if before else int(year)) if year else None,
                MONTH_NUMBERS[groups["month"]] if groups.get("month") else None,
                int(groups["day"]) if groups.get("day") else None,
                SEASONS[groups["season"]] if groups.get("season") else None,
                int(groups["number"]) if groups.get("number") else None,
                bool(before),
                bool(inside),
            )
    return None


def _complete(text: str, fragment: Fragment, calendar: Calendar) -> PartialDate | None:
    """The fragment as a date, where it has all it needs. A winter needs two years, since one can be either."""
    year, month, day = fragment.year, fragment.month, fragment.day
    if fragment.season == WINTER:
        return None
    if year is None or fragment.number is not None or (day is not None and month is None):
        return None
    if month is not None:
        check_day(text, year, month, 1 if day is None else day, calendar)
    return PartialDate(year, month, day, fragment.season)


def _read_pair(text: str, first: str, last: str, calendar: Calendar) -> tuple[PartialDate, PartialDate] | None:
    """Two ends, of which the first may lean on the second for its month, year or era, or the second on the first."""
    start, end = read_whole(text, first, calendar), read_whole(text, last, calendar)
    (words, approximate, uncertain), (others, *marks) = _unmark(first), _unmark(last)
    leaning, other = _read_fragment(text, words), _read_fragment(text, others)
    if leaning and other:
        leaning, other = _lean(leaning, other)
        start, end = _complete(text, leaning, calendar), _complete(text, other, calendar)
        start = start and replace(start, approximate=approximate, uncertain=uncertain)
        end = end and replace(end, approximate=marks[0], uncertain=marks[1])
    return (start, end) if start and end else None


def _lean(first: Fragment, last: Fragment) -> tuple[Fragment, Fragment]:
    """Both fragments, each with what it takes from the other."""
    number = first.number
    if number is not None:
        if last.day is not None:  # 4-5 April 2023
            first = Fragment(day=number, month=last.month, year=last.year)
        elif last.month is None and last.season is None and (last.before_era or last.in_era):  # 44-31 BCE
            first = replace(last, year=1 - number if last.before_era else number)
    elif first.year is None and last.month is not None:  # 30 April - 2 May 2023
        first = replace(first, year=last.year)
    elif first.year is None and last.day is not None:  # April 4-5, 2023
        first, last = replace(first, year=last.year), replace(last, month=first.month)
    elif first.year and last.before_era and not (first.before_era or first.in_era):  # 1000-900 BCE
        first = replace(first, year=1 - first.year)
    return first, last
