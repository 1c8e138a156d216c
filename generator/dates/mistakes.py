"""What an author probably meant by a date that cannot be read: a table, from the particular to the general."""

import re
from collections.abc import Callable

from generator.dates.calendar import calendar_day, iso_year
from generator.dates.english import MONTH_NUMBERS, MONTH_WORD, MONTHS, SEASON_WORD
from generator.dates.error import DateError
from generator.dates.french import MONTH_NUMBERS as FRENCH_MONTH_NUMBERS
from generator.dates.french import MONTH_WORD as FRENCH_MONTH_WORD
from generator.dates.partial import PartialDate
from generator.dates.written import read_whole, read_written

Hint = str | Callable[[re.Match[str]], str]

_LEVEL_2 = "is an EDTF level 2 form, which is not read here"
_TWO_WAYS = "can be read in two ways"
_NOT_ISO = "is not written as a day is here"
_MOVES = "is not a date that stays the same from day to day"


def _padded(found: re.Match[str]) -> str:
    return f"write {found[1]}-{int(found[2]):02d}" + (f"-{int(found[3]):02d}" if found[3] else "")


def _slashed(found: re.Match[str]) -> str:
    """The days that figures in an unknown order can name."""
    first, second, year = int(found[1]), int(found[2]), found[3]
    years = [year] if len(year) == 4 else [f"19{year}", f"20{year}"]
    orders = sorted({(first, second), (second, first)})  # month, day
    days = [(month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
    forms = [f"{full}-{month:02d}-{day:02d}" for full in years for month, day in days]
    return f"write {' or '.join(forms)}" if forms else "write it as YYYY-MM-DD"


def _dashed(found: re.Match[str]) -> str:
    """`2001–02`, its dash no hyphen: a month or season of the one year, or both years."""
    year, number = int(found[1]), int(found[2])
    years = f"{year:04d}/{year + (number - year) % 100:04d} for the years"
    is_part = 1 <= number <= 12 or 21 <= number <= 24
    part = f", or {found[0]} with a plain hyphen for the {'month' if number <= 12 else 'season'}" if is_part else ""
    return f"write {years}{part}"


def _winter(found: re.Match[str]) -> str:
    year = int(found[1])
    before, after = f"winter {year - 1}–{year % 100:02d}", f"winter {year}–{(year + 1) % 100:02d}"
    return f"write {year - 1}-24 ({before}) or {year}-24 ({after})"


def _century(found: re.Match[str]) -> str:
    last = int(found[1]) * 100
    return f"write {last // 100 - 1:02d}XX for the years {last - 100} to {last - 1}, or {last - 99:04d}/{last:04d}"


def _decade_or_century(found: re.Match[str]) -> str:
    return f"write {found[1]}0X for the ten years, or {found[1]}XX for the hundred"


def _yearless(found: re.Match[str]) -> str:
    words = found[0].lower()
    figures, name = re.search(r"\d+", words), re.search(r"[a-z]{3,}", words)
    month = MONTH_NUMBERS.get(name[0], 0) if name else 0
    day = f"-{int(figures[0]):02d}" if figures else ""
    return f"add the year: YYYY-{month:02d}{day}" if month else f"add the year, as in '{found[0]} 1949'"


def _bounded(found: re.Match[str]) -> str:
    """The two ranges that `before X` or `after X` can mean."""
    after = found[0].lower().startswith("after")
    part = read_whole(found[0], found[1].lower(), "gregorian")
    if part is None or part.precision not in ("day", "month", "year"):
        return "write [DATE..] with the first day it can be" if after else "write [..DATE] with the last day it can be"
    first, last = part.days()
    year, month, day = calendar_day(last + 1 if after else first - 1)
    beside = PartialDate(year, month if part.month else None, day if part.day else None)
    without, with_it = (f"[{end.edtf}..]" if after else f"[..{end.edtf}]" for end in (beside, part))
    return f"write {without}, or {with_it} where {found[1]} itself can be meant"


def _upper(found: re.Match[str]) -> str:
    return f"write {found[0].replace('u', 'x').upper()}"


def _early(found: re.Match[str]) -> str:
    """A year of few digits; one with a minus was counted with a year 0 or without."""
    year = int(found[0])
    if year < 0:
        return f"years have four digits: {iso_year(year + 1)} is {-year} BCE, {iso_year(year)} is {1 - year} BCE"
    return f"years have four digits: write {iso_year(year)}, which is {f'{year} CE' if year else '1 BCE'}"


def _early_day(found: re.Match[str]) -> str:
    year, rest = int(found[1]), found[2]
    if year > 0:
        return f"years have four digits: write {iso_year(year)}{rest}"
    month, _, day = rest[1:].partition("-")
    name = MONTHS[int(month)] if 1 <= int(month) <= 12 else ""
    if year == 0 or not name:
        return "years have four digits: 0000 is 1 BCE, -0001 is 2 BCE"
    words = f"{int(day)} {name}" if day else name
    return f"{iso_year(year + 1)}{rest} is {words} {-year} BCE, {iso_year(year)}{rest} is {words} {1 - year} BCE"


def _about_early(found: re.Match[str]) -> str:
    return f"years have four digits: write c. {int(found[1]):04d} or {int(found[1]):04d}~"


def _both_ends(found: re.Match[str]) -> str:
    """`from 10 May to 8 June 1923`, without its 'from'."""
    words = f"{found[1]} to {found[2]}"
    try:
        date = read_written(words, words.lower(), "gregorian")
    except DateError:
        date = None
    return f"write {date.edtf}" if date else "write both ends: 2023-04-04/2023-04-05"


def _french(found: re.Match[str]) -> str:
    month = f"{found[3]}-{FRENCH_MONTH_NUMBERS[found[2].lower()]:02d}"
    return f"write {month}-{int(found[1]):02d}" if found[1] else f"write {month}"


def _part_of_year(found: re.Match[str]) -> str:
    """A quarter or a half, be it written before its year or behind it."""
    year, part = found[1] or found[4], found[2] or found[3]
    months = 3 if part[0].lower() == "q" else 6
    last = int(part[1]) * months
    first = last - months + 1
    return (
        f"write [{year}-{first:02d}..{year}-{last:02d}] for some time in it, or {year}-{first:02d}/{year}-{last:02d} "
        "for all of it"
    )


_THIRDS = {
    "year": {"early": (1, 4), "mid": (5, 8), "late": (9, 12)},
    "month": {"early": (1, 10), "mid": (11, 20), "late": (21, 31)},
    "decade": {"early": (0, 3), "mid": (4, 6), "late": (7, 9)},
}


def _third(found: re.Match[str]) -> str:
    """`early 1923`: the whole, or a range that may be meant."""
    part = read_whole(found[2], found[2].lower(), "gregorian")
    if part is None or part.qualifier or part.precision not in _THIRDS:
        return "write the month or year, or a range: [2023-04-01..2023-04-10]"
    first, last = _THIRDS[part.precision][found[1].lower()]
    if part.precision == "decade":
        ends = iso_year(part.year + first), iso_year(part.year + last)
    elif part.precision == "year":
        ends = f"{part.edtf}-{first:02d}", f"{part.edtf}-{last:02d}"
    else:
        ends = f"{part.edtf}-{first:02d}", f"{part.edtf}-{min(last, calendar_day(part.days()[1])[2]):02d}"
    return f"write {part.edtf}, or a range, as [{ends[0]}..{ends[1]}]"


# pattern, what is wrong, what to write instead
_Row = tuple[str, str, Hint]
_FIGURES: tuple[_Row, ...] = (
    (r"", "is empty", "write a date, as 2023-04-04, or leave the field out"),
    # Figures in an order that is not known.
    (r"(\d{1,2})[./-](1[3-9]|[23]\d)[./-](\d{4})", _NOT_ISO, _slashed),
    (r"(1[3-9]|[23]\d)[./-](\d{1,2})[./-](\d{4})", _NOT_ISO, _slashed),
    (r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)", _TWO_WAYS, _slashed),
    (r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", _NOT_ISO, _padded),
    (r"(\d{1,2})[./](\d{4})", _TWO_WAYS, lambda m: f"write {m[2]}-{int(m[1]):02d} for a month"),
    (r"(\d\d)(\d\d)/(\d\d)", "has a year of two digits", lambda m: f"write {m[1]}{m[2]}/{m[1]}{m[3]} for a span"),
    # EDTF of level 2.
    (r"\{.*\}", _LEVEL_2, "all of several dates are several events, or one with parts"),
    (r"\[.*,.*\]", _LEVEL_2, "a set is one range here: [FIRST..LAST]"),
    (r"\[([^.]*)\]", "is a set of one date", lambda m: f"write {m[1]}"),
    (r"Y?-?\d+E\d+(S\d+)?", _LEVEL_2, "write all digits of the year, as Y170000000"),
    (r"Y?-?\d+S\d+", _LEVEL_2, "write a '~' behind a year that is not exact: 1950~"),
    (r"([\dX-]+)[?~]{2}", "has two marks", lambda m: f"write {m[1]}% for circa and uncertain"),
    (r"(?=.*[?~%].)[\dXY?~%/.-]+", _LEVEL_2, "a mark stands at the end, and goes for the whole date: 2004-06-11~"),
    (r"(?=.*[ux])\d[\duxX-]+", "has unspecified digits in small letters", _upper),
    (r"(?=.*X)[\dX-]+", _LEVEL_2, "only the last digits may be unspecified: 201X, 19XX, 2004-XX, 2004-06-XX"),
    (r"(?=.*X)[\dX/.\[\]-]+", _LEVEL_2, "the ends of a span or a range are days, months or years"),
    # EDTF, nearly.
    (r"y-?\d{5,}", "has a small 'y'", _upper),
    (r".*/(open|unknown)|(open|unknown)/.*", "has an end in words", "'..' is an open end, and nothing an unknown one"),
    (r"(\d{4}-\d\d-\d\d)[Tt ](\d\d)", "has no minutes", lambda m: f"write {m[1]}T{m[2]}:00"),
    (
        r"(\d{4}-\d\d-\d\d) (\d\d:\d\d.*)",
        "has a blank before its time",
        lambda m: f"write {m[1]}T{m[2].replace(' ', '')}",
    ),
    (r"(.*T\d\d:\d\d:\d\d)[.,]\d+(.*)", "has parts of a second", lambda m: f"write {m[1]}{m[2]}"),
    (r"(.*T[\d:]+[+-]\d\d)(\d\d)", "has an offset without a colon", lambda m: f"write {m[1]}:{m[2]}"),
    (r"(?=.*[tz])\d{4}-\d\d-\d\d[tT][\d:]+([+-][\d:]+|[zZ])?", "has a small letter", _upper),
    (r"(\d{4})(\d\d)(\d\d)", "has no hyphens", lambda m: f"write {m[1]}-{m[2]}-{m[3]}"),
    (r"(\d{4})-(\d\d)", _TWO_WAYS, _dashed),
    (r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", "has a month or day of one digit", _padded),
    (r"(\d{4}-\d\d)-(\d\d)/(\d\d)", "has an end without its month", lambda m: f"write {m[1]}-{m[2]}/{m[1]}-{m[3]}"),
    (r"\d{4}-?\d{3}", "is a day counted from the new year", "write its month and day, as 2023-04-04"),
    (r"\d{4}-?W\d\d.*", "is a date by weeks", "write the day, as 2023-04-04"),
    (r"[Y+-]*\d{14,}.*", "has a year of more than 13 digits", "no such year can be placed on a timeline"),
    (r"[+-]?\d{5,13}", "is a year of more than four digits", lambda m: f"write Y{int(m[0])}"),
    (r"-?\d{1,3}", "has a year of fewer than four digits", _early),
    (r"(-\d{1,3}|\d{3})(-\d\d(?:-\d\d)?)", "has a year of fewer than four digits", _early_day),
    (r"Y(-?)(\d{1,4})", "has a year that needs no 'Y'", lambda m: f"write {m[1]}{int(m[2]):04d}"),
    (r"P\d.*|.*/P\d.*", "has a duration", "write both ends: 2023-04-04/2023-04-05"),
    (r"R\d*/.*", "is a repetition", "write one event for each time"),
)
_WORDS: tuple[_Row, ...] = (
    (r"winter (\d{4})", _TWO_WAYS, _winter),
    (r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century", _TWO_WAYS, _century),
    (r"(?:the )?(\d\d)00s", _TWO_WAYS, _decade_or_century),
    (r"(?:the )?['’]?(\d)0s", "has a decade without its century", lambda m: f"write 19{m[1]}X, 18{m[1]}X or 20{m[1]}X"),
    (r"(?:before|after|prior to) (.+)", _TWO_WAYS, _bounded),
    (r"(early|mid|late)[ -](?:in )?(?:the )?(.*)", "is not in figures", _third),
    (r"(?:circa|ca\.?|c\.?|around|about) ?(\d{1,3})", "has a year of fewer than four digits", _about_early),
    (r"(\d{4})[ -]?(q[1-4]|h[12])|(q[1-4]|h[12])[ ,-]*(\d{4})", "is a part of a year", _part_of_year),
    (rf"(?:le )?(?:(\d{{1,2}})(?:er)? )?({FRENCH_MONTH_WORD})\.? (\d{{4}})", "has its month in French", _french),
    (
        rf".*\d (?:{FRENCH_MONTH_WORD})\.?( .*\d.*)?",
        "has its month in French",
        "write it in figures, as 1923-05-10 or 1923-05-10/1923-06-08",
    ),
    (r"from (.+?) (?:to|till|until|through|-) (.+)", "needs no 'from'", _both_ends),
    (r"(today|now|yesterday|tomorrow|this .*|next .*|last .*)", _MOVES, "write the day: a build knows no today"),
    (r".* ?- ?(today|now|present)", _MOVES, "write what goes on as 2022-02-24/.. or '24 February 2022 – ongoing'"),
    (r"(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[.,]? .*", "has a day of the week", "leave it out"),
    (
        rf"\d{{1,2}}\w* {MONTH_WORD}\.?|{MONTH_WORD}\.?( \d{{1,2}}(st|nd|rd|th)?)?|{SEASON_WORD}",
        "has no year",
        _yearless,
    ),
    (rf".*({MONTH_WORD}\.?|\d,?) ['’]?\d\d", "has a year of two digits", "write all four digits of the year"),
    (r".*\b(o\.?s\.?|old style)\W*", "names its calendar", "write the day alone, and 'calendar: julian' beside it"),
    (r".*\d.* and .*\d.*", "names two dates", "write a span, as 4-5 April 2023, or two events"),
)
_MISTAKES = tuple(
    (re.compile(pattern, flags), message, hint)
    for rows, flags in ((_FIGURES, re.ASCII), (_WORDS, re.ASCII | re.IGNORECASE))
    for pattern, message, hint in rows
)
_ANYTHING = "write a date as 2023-04-04, 2023-04, 2023, 2023-04-04/2023-04-05 or '4 April 2023'"


def mistake(text: str, plain: str) -> DateError:
    """The error for a text that is no date: as the author wrote it, and with its blanks and dashes made plain."""
    for pattern, message, hint in _MISTAKES:
        if found := pattern.fullmatch(plain):
            return DateError(f"'{text}' {message}", hint if isinstance(hint, str) else hint(found))
    return DateError(f"'{text}' is not a date", _ANYTHING)
