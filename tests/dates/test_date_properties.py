import re
from dataclasses import astuple
from datetime import date as datetime_date

import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.dates import (
    LANGUAGES,
    Date,
    DateError,
    calendar_day,
    html_datetime,
    marker,
    order_key,
    parse_date,
    span_of,
    supports,
    word_date,
    word_ends,
)

INVISIBLE = "\N{RIGHT-TO-LEFT MARK}"

# Few years that lie close, on both sides of every edge: crowded inputs meet their corners more often than wide ones.
years = st.sampled_from(
    [-12_000, -10_000, -101, -100, -1, 0, 1, 99, 476, 999, 1000, 1582, 1899, 1900, 1999, 2000, 2023, 9999, 10_000]
)
plain_years = st.sampled_from([1000, 1582, 1899, 1900, 1999, 2000, 2023, 2024])
marks = st.sampled_from(["", "", "~", "?", "%"])


def year_text(year, alone):
    if abs(year) > 9999:
        return f"Y{year}" if alone else f"{year:+}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@st.composite
def parts(draw, years=years, marks=marks):
    year = draw(years)
    month, day = (
        draw(st.sampled_from(["", "01", "02", "12", "21", "24"])),
        draw(st.sampled_from(["", "01", "02", "28"])),
    )
    day = day if month and int(month) < 13 else ""
    return "-".join(piece for piece in (year_text(year, not month), month, day) if piece) + draw(marks)


unspecified = st.sampled_from(
    ["199X", "190X", "19XX", "000X", "-000X", "-019X", "2004-XX", "2004-02-XX", "2004-XX-XX", "Y12000-XX"]
)
times = st.builds(
    "{}T{:02d}:{:02d}{}{}".format,
    st.sampled_from(["2023-04-04", "-0001-12-31", "+12000-01-01"]),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+02:00", "-03:30", "+14"]),
)
spans = st.builds("{}/{}".format, parts() | st.sampled_from(["", ".."]), parts() | st.sampled_from(["", ".."]))
sets = st.builds("[{}..{}]".format, parts() | st.just(""), parts() | st.just(""))


@st.composite
def dates(draw):
    text = draw(st.one_of(parts(), unspecified, times, spans, sets))
    try:
        return parse_date(text)
    except DateError:
        assume(False)


@given(dates())
def test_the_normal_form_of_a_date_is_the_same_date(date):
    assert parse_date(date.edtf) == date


@given(dates())
def test_the_english_words_of_a_date_are_the_same_date(date):
    if date.kind == "span" and date.start == date.end:
        return  # '4 April 2023', which says no longer that it is a span

    assert parse_date(word_date(date, "en")) == date


@given(dates(), st.sampled_from(LANGUAGES))
def test_everything_that_shows_a_date_has_something_to_show_in_each_language(date, language):
    words, rail = word_date(date, language), word_ends(date, language)

    assert words.strip(INVISIBLE)
    assert rail.figure
    for told in (words, *astuple(rail)):
        assert not {"{", "}"} & {*told}
        assert told == told.strip()
        assert "  " not in told
    figures = {int(figure) for figure in re.findall(r"\d+", words)}
    assert {end.day for end in date.ends if end.day} <= figures
    assert {str(end.year if end.year > 0 else 1 - end.year) for end in date.ends[-1:]} & {str(each) for each in figures}


@given(dates())
def test_a_date_is_marked_as_well_as_it_is_known(date):
    assert len(html_datetime(date)) in (0, len(date.ends))
    assert (marker(date).shape in ("bar", "arrow")) == (date.extent == "throughout")
    assert marker(date).dashed == date.approximate


@given(dates())
def test_a_date_never_ends_before_it_starts_and_has_at_least_one_end(date):
    assert date.earliest is not None or date.latest is not None
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(dates(), dates())
def test_a_date_that_starts_earlier_comes_first_and_of_those_that_start_together_the_coarser(one, other):
    if one.earliest is None or other.earliest is None:
        one_day, other_day = (date.latest if date.earliest is None else date.earliest for date in (one, other))
        if one_day == other_day and (one.earliest is None) != (other.earliest is None):
            assert (order_key(one) < order_key(other)) == (one.earliest is None)
    elif one.earliest != other.earliest:
        assert (order_key(one) < order_key(other)) == (one.earliest < other.earliest)
    elif one.precision == "month" and other.precision == "day":
        assert order_key(one) < order_key(other)


@given(st.lists(dates(), min_size=1, max_size=4))
def test_a_span_covers_each_of_its_parts(dates):
    try:
        span = span_of(dates)
    except DateError:
        assert any(date.earliest is None for date in dates)
        assert any(date.latest is None for date in dates)
        return

    starts, ends = [date.earliest for date in dates], [date.latest for date in dates]
    assert span.earliest == (None if None in starts else min(starts))
    assert span.latest == (None if None in ends else max(ends))
    assert span.extent == "throughout"
    assert parse_date(span.edtf) == span


@given(st.dates())
@example(datetime_date(1, 1, 1))
@example(datetime_date(9999, 12, 31))
def test_a_day_is_the_one_of_datetime(day):
    date = parse_date(day.isoformat())

    assert date.earliest == date.latest == day.toordinal()
    assert date.edtf == day.isoformat()
    assert html_datetime(date) == (day.isoformat(),)


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_the_words_of_a_day_name_it_in_each_language(day, language):
    date = parse_date(day.isoformat())

    assert supports(word_date(date, language), date)


def outcome(text, calendar="gregorian"):
    """The date, or else what the problem says."""
    try:
        return parse_date(text, calendar=calendar)
    except DateError as error:
        return str(error), error.hint


@given(st.text(st.sampled_from("0123479-/.[]~?%XxYTZ:+ acdeilnprst–,{}SE()"), max_size=16))
@example("2023-04-00")
@example("9" * 5000)
@example("Y" + "9" * 13)
@example("9999999999999-12-31/..")
@example("[[..]..]")
def test_any_text_is_a_date_with_a_normal_form_or_a_problem_that_says_what_to_do(text):
    result = outcome(text)

    assert parse_date(result.edtf) == result if isinstance(result, Date) else all(result)


@given(st.text(max_size=12), st.sampled_from(["gregorian", "julian"]))
def test_no_text_at_all_breaks_the_parser(text, calendar):
    result = outcome(text, calendar)

    assert isinstance(result, Date) or all(result)


def our_days(date):
    return calendar_day(date.earliest), calendar_day(date.latest)


def their_days(parsed):
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return tuple(first[:3]), tuple(last[:3])


# Where the `edtf` package reads a form as ISO 8601-2 does: not open or unknown ends, times without seconds, or winter.
agreed = st.one_of(
    parts(years=plain_years, marks=st.just("")).filter(lambda text: "-24" not in text[4:7]),
    st.sampled_from(["201X", "20XX", "2004-XX", "2004-06-XX", "2004-02-XX", "-0430", "0000", "Y12000", "Y-12000"]),
    st.builds("{}/{}".format, plain_years, plain_years).filter(lambda text: text[:4] <= text[5:]),
    st.builds("2004-{:02d}-01/2005-{:02d}-28".format, st.integers(1, 12), st.integers(1, 12)),
)


@settings(max_examples=60)  # a date takes the package 7 ms
@given(agreed)
def test_days_agree_with_the_edtf_package_where_both_read_a_form_alike(text):
    theirs = parse_edtf(text)
    ours = parse_date(text)

    assert our_days(ours) == their_days(theirs)


@pytest.mark.parametrize("text", ["1949~", "1962?", "2004-06-11%", "2004-06~"])
def test_qualifiers_agree_with_the_edtf_package(text):
    theirs, ours = parse_edtf(text), parse_date(text)

    assert ours.approximate == (theirs.is_approximate or theirs.is_uncertain_and_approximate)
    assert ours.uncertain == (theirs.is_uncertain or theirs.is_uncertain_and_approximate)
    assert our_days(ours) == their_days(theirs)
