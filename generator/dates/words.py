"""Dates in words, by how well they are known: `4–5 April 2023`, `c. 1949`, `24 February 2022 – ongoing`."""

from dataclasses import replace

from generator.dates.date import Date
from generator.dates.names import names
from generator.dates.partial import SPRING, WINTER, PartialDate, Time
from generator.dates.wording import Wording
from generator.dates.wordings import wording


def month_name(month: int, language: str) -> str:
    """The name of a month by itself, as a heading has it."""
    return names(language).alone[month]


def short_month(month: int, language: str) -> str:
    """The name of a month in few letters."""
    return names(language).short[month]


def short_month_words(year: int, month: int, language: str) -> str:
    """`Apr 2023`, where there is little room."""
    pattern = wording(language).short_month
    return pattern.format(month=short_month(month, language), year=year_words(year, language))


def short_day_words(month: int, day: int, language: str) -> str:
    """`4 Apr`, where there is little room."""
    return wording(language).short_day.format(day=day, month=names(language).short_in_dates[month])


def year_words(year: int, language: str) -> str:
    """`2023`, `31 BCE`, `476 CE`, `12000 CE`: an era where four digits do not tell that it is a year."""
    said = wording(language)
    pattern = said.bce if year < 1 else said.year if 1000 <= year <= 9999 else said.ce
    return pattern.format(year=_bare_year(year))


def month_words(year: int, month: int, language: str) -> str:
    """A heading: `April 2023`."""
    return wording(language).month.format(month=month_name(month, language), year=year_words(year, language))


def word_date(date: Date, language: str, *, in_phrase: bool = False) -> str:
    """The date as a reader of the language reads it. Old Style stands behind; times are never converted.

    In a phrase it stands behind a preposition: 'since' and 'until', where some languages decline it.
    """
    words = _word_ends(date.kind, date.start, date.end, date, language, in_phrase)
    if not date.julian:
        return words
    old = iter(date.julian)
    start, end = (next(old) if part else None for part in (date.start, date.end if date.kind != "single" else None))
    in_year = {part.year for part in (*date.ends, *date.julian)}
    if len(date.julian) == 1:
        plain = replace(date.julian[0], approximate=False, uncertain=False)  # as the words before it have said
        old_words = _word_part(plain, language, with_year=len(in_year) > 1)
    else:
        old_words = _word_ends(date.kind, start, end, date, language)
    return wording(language).old_style.format(date=words, old=old_words)


def _word_ends(
    kind: str, start: PartialDate | None, end: PartialDate | None, date: Date, language: str, in_phrase: bool = False
) -> str:
    said = wording(language)
    if start and end:
        if kind == "single" or (kind == "span" and start == end):
            return _word_part(start, language, in_phrase=in_phrase)
        return _word_span(start, end, language) if kind == "span" else _word_range(start, end, language)
    part = start or end
    if part is None:
        return ""
    is_day = part.day is not None and not part.qualifier
    if kind == "set":
        if start:
            pattern = said.on_or_after if is_day else said.in_or_after
        else:
            pattern = said.on_or_before if is_day else said.in_or_before
    elif start:
        pattern = said.goes_on if date.is_open_end else said.end_unknown
    elif date.is_open_start:
        pattern = said.open_start_day if is_day else said.open_start
    else:
        pattern = said.start_unknown
    return pattern.format(date=_word_part(part, language, in_span=True, in_phrase=True))


def _word_span(start: PartialDate, end: PartialDate, language: str) -> str:
    said, months = wording(language), names(language).in_dates
    if not (start.qualifier or end.qualifier):
        if start.precision == end.precision == "day" and start.year == end.year:
            shared = said.days if start.month == end.month else said.days_of_year
            return _fill(shared, start, end, language, months)
        if start.precision == end.precision == "month" and start.year == end.year:
            return _fill(said.months, start, end, language, names(language).alone)
        pattern = _years_pattern(start.year, end.year, said)
        if start.precision == end.precision == "year" and pattern:
            return pattern.format(first=_bare_year(start.year), last=_bare_year(end.year))
    first, last = (_word_part(part, language, in_span=True) for part in (start, end))
    return said.span.format(first=first, last=last)


def _word_range(start: PartialDate, end: PartialDate, language: str) -> str:
    said = wording(language)
    is_month = start.precision == end.precision == "day" and (start.year, start.month) == (end.year, end.month)
    if is_month and not (start.qualifier or end.qualifier):
        return _fill(said.between_days, start, end, language, names(language).in_dates)
    first, last = (_word_part(part, language, in_span=True, in_phrase=True) for part in (start, end))
    if start.day and end.day:
        first, last = said.day_in_phrase.format(date=first), said.day_in_phrase.format(date=last)
    return said.between.format(first=first, last=last)


def _fill(pattern: str, start: PartialDate, end: PartialDate, language: str, months: tuple[str, ...]) -> str:
    """A pattern whose ends share their year, and perhaps their month."""
    return pattern.format(
        first=_day_words(start, language),
        last=_day_words(end, language),
        first_month=months[start.month or 0],
        month=months[end.month or 0],
        year=year_words(end.year, language),
    )


def _years_pattern(first: int, last: int, said: Wording) -> str:
    """The pattern for two years that share an era and the way it is told, or nothing."""
    if first >= 1000 and last <= 9999:
        return said.years
    if last < 1:
        return said.bare_bce
    return said.bare_ce if first > 9999 or (first > 0 and last < 1000) else ""


def _bare_year(year: int) -> str:
    return str(year if year > 0 else 1 - year)


def _day_words(part: PartialDate, language: str) -> str:
    return wording(language).first_day.format(day=1) if part.day == 1 else str(part.day)


def _word_part(
    part: PartialDate, language: str, *, in_span: bool = False, in_phrase: bool = False, with_year: bool = True
) -> str:
    """One end with its qualifiers; in a span circa is short, for there it goes for one end."""
    said = wording(language)
    words = _word_plain(part, language, with_year=with_year, in_phrase=in_phrase or part.approximate)
    if part.approximate:
        is_day = part.day is not None and not in_span
        words = (said.about_day if is_day else said.about).format(date=words)
    return said.uncertain.format(date=words) if part.uncertain else words


def _word_plain(part: PartialDate, language: str, *, with_year: bool = True, in_phrase: bool = False) -> str:
    """One end without its qualifiers; in a phrase, where words that decline stand behind a preposition."""
    said, months = wording(language), names(language)
    if part.unspecified:
        return _word_unspecified(part, language, in_phrase)
    year = year_words(part.year, language)
    if part.day is not None:
        pattern = said.day if with_year else said.day_of_year
        words = pattern.format(day=_day_words(part, language), month=months.in_dates[part.month or 0], year=year)
        return _word_time(words, part.time, said) if part.time else words
    if part.month is not None:
        month = (months.in_dates if in_phrase else months.alone)[part.month]
        return said.month.format(month=month, year=year)
    if part.season is not None:
        year = winter_years(part.year, language) if part.season == WINTER else year
        seasons = (said.seasons_in_phrases if in_phrase else None) or said.seasons
        return said.season.format(season=seasons[part.season - SPRING], year=year)
    return year


def _word_unspecified(part: PartialDate, language: str, in_phrase: bool) -> str:
    said = wording(language)
    if part.precision in ("decade", "century"):
        if is_named_decade(part):
            pattern = (said.decade_in_phrases if in_phrase else "") or said.decade
            return pattern.format(year=part.year, last=part.last_year)
        first, last = year_words(part.year, language), year_words(part.last_year, language)
        return said.some_year.format(first=first, last=last)
    words = _word_plain(replace(part, unspecified=""), language, in_phrase=in_phrase)
    is_month = part.month is None and part.unspecified == "-XX"
    return (said.some_month if is_month else said.some_day).format(date=words)


def is_named_decade(part: PartialDate) -> bool:
    """Whether it is a decade that is told by its first year: not 1900–1909, which would be taken for the century."""
    return part.precision == "decade" and 1000 <= part.year <= 9999 and part.year % 100 != 0


def winter_years(year: int, language: str, pattern: str = "") -> str:
    """`2023–24`: both years of a winter, since one could be either. The pattern is that of words if not another."""
    said = wording(language)
    if 1000 <= year < 9999:
        last = f"{year + 1}" if year % 100 == 99 or not said.short_winter else f"{(year + 1) % 100:02d}"
        return (pattern or said.winter).format(first=year, last=last)
    if year == 0:
        return said.winter_of_eras.format(first=year_words(0, language), last=year_words(1, language))
    return (said.bare_bce if year < 0 else said.bare_ce).format(first=_bare_year(year), last=_bare_year(year + 1))


def _word_time(words: str, time: Time, said: Wording) -> str:
    clock = f"{time.hour:02d}:{time.minute:02d}" + (f":{time.second:02d}" if time.second else "")
    if time.offset is None:
        return said.time.format(date=words, time=clock)
    hours, minutes = divmod(abs(time.offset), 60)
    offset = f"UTC{'-' if time.offset < 0 else '+'}{hours:02d}:{minutes:02d}" if time.offset else "UTC"
    zone = f"{time.zone}, {offset}" if time.zone else offset
    return said.zoned_time.format(date=words, time=clock, zone=zone)
