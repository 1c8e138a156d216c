"""The words of a fragment that follow from what is chosen: as rules for a page, they say what Python says."""

from datetime import date, timedelta

import pytest

from generator.dates import parse_date, word_date
from generator.languages import SHIPPED
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text
from generator.plan.date_patterns import date_patterns
from generator.plan.fragments import MOST, count_words
from generator.plan.telling import Telling


def told(written, language):
    """A date by its pattern, as templates/embed/fragment.js tells it."""
    patterns = date_patterns(language)
    sign, parts = written.startswith("-"), [int(part) for part in written.lstrip("-").split("-")]
    number = -parts[0] if sign else parts[0]
    era = patterns.bce if number < 1 else patterns.year if 1000 <= number <= 9999 else patterns.ce
    year = era.replace("{n}", str(number if number > 0 else 1 - number))
    if len(parts) == 1:
        return year
    months = patterns.months if len(parts) == 2 else patterns.first if parts[2] == 1 else patterns.days
    return months[parts[1] - 1].replace("{y}", year).replace("{d}", str(parts[-1]))


@pytest.mark.parametrize("language", SHIPPED)
def test_every_day_of_a_leap_year_is_told_by_its_pattern(language):
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(366)]
    written = [day.isoformat() for day in days] + [f"2024-{month:02d}" for month in range(1, 13)]
    written += ["2024", "-0043-03-15", "-0043", "0000", "0476-09", "0800-12-25", "0999", "1000", "9999-12"]

    assert [told(row, language) for row in written] == [word_date(parse_date(row), language) for row in written]


@pytest.mark.parametrize("language", SHIPPED)
def test_each_number_of_events_is_told_in_its_form(language):
    telling = Telling(Site(Settings(Text.of("Lakes", "en")), ()), language, {})
    words, forms = count_words(telling)

    assert len(forms) == MOST + 1
    said = [words[int(form)].replace("{}", str(number)) for number, form in enumerate(forms)]
    assert said == [telling.event_count(number) for number in range(MOST + 1)]
    assert len(words) == {"ar": 6, "ru": 3, "zh": 1}.get(language, 2)
