"""What a language needs to put a date into words, and which languages there are: rows in `wordings.py`.

Babel has no patterns for spans with full months, for circa, seasons or eras in few words, and stops at the years 1 to
9999, so the patterns are ours. `{date}` is a whole date; `{first}` and `{last}` are the ends.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one language."""

    seasons: tuple[str, str, str, str]  # from spring
    seasons_in_phrases: tuple[str, str, str, str] | None = None  # where a language declines them: 'до весны'
    year: str = "{year}"  # that four digits tell
    first_day: str = "{day}"  # the first of a month, where it has a form of its own
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    season: str = "{season} {year}"
    decade: str = "{year}s"  # or with '{last}', its last year
    decade_in_phrases: str = ""  # where a language declines it
    ce: str = "{year} CE"  # for years that four digits do not tell
    bce: str = "{year} BCE"
    bare_bce: str = "{first}–{last} BCE"  # two years of one era
    bare_ce: str = "{first}–{last} CE"
    winter: str = "{first}–{last}"  # the two years of one
    winter_of_eras: str = "{first}–{last}"  # the one whose years name each its era
    short_winter: bool = True  # 2023–24 rather than 2023–2024
    some_day: str = "some day in {date}"
    some_month: str = "some month in {date}"
    some_year: str = "some year from {first} to {last}"
    days: str = "{first}–{last} {month} {year}"  # of one month
    days_of_year: str = "{first} {first_month} – {last} {month} {year}"
    months: str = "{first_month}–{month} {year}"
    years: str = "{first}–{last}"
    span: str = "{first} – {last}"
    goes_on: str = "{date} – ongoing"
    end_unknown: str = "{date} – end unknown"
    open_start: str = "until {date}"
    open_start_day: str = "until {date}"
    start_unknown: str = "start unknown – {date}"
    on_or_before: str = "on or before {date}"
    in_or_before: str = "in or before {date}"
    on_or_after: str = "on or after {date}"
    in_or_after: str = "in or after {date}"
    day_in_phrase: str = "{date}"  # a day after 'between'
    between: str = "between {first} and {last}"
    between_days: str = "between {first} and {last} {month} {year}"  # of one month
    about: str = "c. {date}"
    about_day: str = "on or about {date}"
    uncertain: str = "{date} (uncertain)"
    old_style: str = "{date} ({old} Old Style)"
    day_of_year: str = "{day} {month}"  # without the year that is plain from beside it
    time: str = "{date}, {time}"
    zoned_time: str = "{date}, {time} ({zone})"
    short_day: str = "{day}\N{NO-BREAK SPACE}{month}"  # on the date rail and the overview, from here on
    short_month: str = "{month} {year}"
    short_about: str = "c. {figure}"
    short_before: str = "≤ {figure}"
    short_after: str = "≥ {figure}"
    short_unknown: str = "?"
    short_decade: str = ""  # where `decade` is too long
    short_winter_years: str = "{first}–{last}"
