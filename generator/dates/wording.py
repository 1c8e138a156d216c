"""How each language puts a date into words. A language is one row of `WORDINGS`; the names in it come from Babel.

Babel has no patterns for spans with full months, for circa, seasons or eras in few words, and stops at the years 1 to
9999, so the patterns are ours. `{date}` is a whole date; `{first}` and `{last}` are the ends.
"""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one language."""

    seasons: tuple[str, str, str, str]  # from spring
    first_day: str = "{day}"  # the first of a month, where it has a form of its own
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    season: str = "{season} {year}"
    decade: str = "{year}s"
    ce: str = "{year} CE"  # for years that four digits do not tell
    bce: str = "{year} BCE"
    bare_bce: str = "{first}–{last} BCE"  # two years of one era
    bare_ce: str = "{first}–{last} CE"
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
    short_about: str = "c. {figure}"  # on the date rail, from here on
    short_before: str = "≤ {figure}"
    short_after: str = "≥ {figure}"
    short_unknown: str = "?"


WORDINGS = {
    "en": Wording(seasons=("spring", "summer", "autumn", "winter")),
    "fr": Wording(
        seasons=("printemps", "été", "automne", "hiver"),
        first_day="1er",
        decade="années {year}",
        ce="{year} ap. J.-C.",
        bce="{year} av. J.-C.",
        bare_bce="{first}–{last} av. J.-C.",
        bare_ce="{first}–{last} ap. J.-C.",
        short_winter=False,
        some_day="un jour de {date}",
        some_month="un mois de {date}",
        some_year="une année de {first} à {last}",
        goes_on="{date} – en cours",
        end_unknown="{date} – fin inconnue",
        open_start="début ouvert – {date}",
        start_unknown="début inconnu – {date}",
        on_or_before="le {date} ou avant",
        in_or_before="{date} ou avant",
        on_or_after="le {date} ou après",
        in_or_after="{date} ou après",
        day_in_phrase="le {date}",
        between="entre {first} et {last}",
        between_days="entre le {first} et le {last} {month} {year}",
        about="vers {date}",
        about_day="vers le {date}",
        uncertain="{date} (incertain)",
        old_style="{date} ({old}, ancien style)",
        time="{date}, {time}",
        short_about="v. {figure}",
    ),
}
LANGUAGES = tuple(WORDINGS)


@lru_cache(maxsize=64)
def wording(language: str) -> Wording:
    """The wording of a language tag such as `en` or `en-GB`; English where the language has none yet."""
    return WORDINGS.get(language.partition("-")[0].lower(), WORDINGS["en"])
