"""Dates as the two styles and the formats for programs say them: in American English, and no finer than known."""

from generator.dates import Date, PartialDate, month_name, word_date

SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
APA_ERAS = ("{} B.C.E.", "{} C.E.")
CHICAGO_ERAS = ("{} BC", "{} AD")
Eras = tuple[str, str]


def is_plain(date: Date) -> bool:
    """Whether it is a time or a span of years, months or days, or a season: what citations have a form for."""
    if date.kind == "set" or date.start is None or date.end is None:
        return False
    if date.start.day and date.end.day:
        return True
    ends = date.ends
    if any(end.precision in ("decade", "century") for end in ends):
        return False
    return date.kind == "single" or not any(end.season for end in ends)


def is_doubtful(date: Date) -> bool:
    """Whether it is circa or uncertain, for which citations have one sign."""
    edtf = date.edtf  # in which nothing else has these signs
    return "~" in edtf or "?" in edtf or "%" in edtf


def edtf_beside(date: Date) -> str:
    """The date as EDTF where a citation's forms do not say all of it, else ''."""
    if not is_doubtful(date):
        return "" if is_plain(date) else date.edtf
    return "" if is_plain(date) and {end.qualifier for end in date.ends} == {"~"} else date.edtf


def csl_date(date: Date) -> dict[str, object]:
    """The date as CSL-JSON has it: years before 1 CE count down from -1, and what has no form is told in words."""
    if not is_plain(date):
        return {"literal": word_date(date, "en")}
    said: dict[str, object] = {"date-parts": [_parts(end) for end in date.ends]}
    if date.start and date.start.season:
        said["season"] = date.start.season - 20
    if is_doubtful(date):
        said["circa"] = True
    return said


def _parts(part: PartialDate) -> list[int]:
    year = part.year if part.year > 0 else part.year - 1
    return [number for number in (year, part.month, part.day) if number is not None]


def apa_date(date: Date | None, *, year_only: bool = False) -> str:
    """What stands in the parentheses: `2023, April 4–5`, `ca. 1949`, `n.d.`."""
    if date is None:
        return "n.d."
    if not is_plain(date):
        return word_date(date, "en")
    ends = date.ends
    said = _joined([_year(end, APA_ERAS) for end in ends])
    days = "" if year_only else _days(ends)
    return f"{'ca. ' if is_doubtful(date) else ''}{said}{', ' if days else ''}{days}"


def plain_date(date: Date, eras: Eras, *, year_only: bool = False) -> str:
    """`April 4–5, 2023`, `December 30, 2022–January 2, 2023`."""
    if not is_plain(date):
        return word_date(date, "en")
    ends = date.ends
    if year_only or ends[0].year == ends[-1].year:
        years = _joined([_year(end, eras) for end in ends])
        return years if year_only else _with_year(_days(ends), years, has_day=ends[-1].day is not None)
    return "–".join(_with_year(_days((end,)), _year(end, eras), has_day=end.day is not None) for end in ends)


def treaty_date(date: Date) -> str:
    """A date among the parts of a reference, as APA has it."""
    return f"{'ca. ' if is_doubtful(date) else ''}{plain_date(date, APA_ERAS)}"


def chicago_date(date: Date | None, *, year_only: bool = False) -> str:
    """`April 4, 2023`; what is not sure in brackets, with a question mark; `n.d.`."""
    if date is None:
        return "n.d."
    words = plain_date(date, CHICAGO_ERAS, year_only=year_only)
    return f"[{words}?]" if is_doubtful(date) and is_plain(date) else words


def _with_year(days: str, year: str, *, has_day: bool) -> str:
    return f"{days}{', ' if has_day else ' '}{year}" if days else year


def _year(part: PartialDate, eras: Eras) -> str:
    if part.year < 1:
        return eras[0].format(1 - part.year)
    return eras[1].format(part.year) if part.year < 1000 else f"{part.year}"


def _joined(ends: list[str]) -> str:
    return ends[0] if len(set(ends)) == 1 else "–".join(ends)


def _days(ends: tuple[PartialDate, ...]) -> str:
    """The months and days, as far as known."""
    first, last = ends[0], ends[-1]
    if len(ends) > 1 and first.day and last.day and (first.year, first.month) == (last.year, last.month):
        return f"{_day(first)}–{last.day}" if first.day != last.day else _day(first)
    return "–".join(dict.fromkeys(words for words in map(_day, ends) if words))


def _day(part: PartialDate) -> str:
    if part.season:
        return SEASONS[part.season]
    if part.month is None:
        return ""
    month = month_name(part.month, "en")
    return f"{month} {part.day}" if part.day else month
