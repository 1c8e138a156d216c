import pytest

from generator.dates import date_words_in, parse_date, supports


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the NATO Ministers of Foreign Affairs meeting that will be held on April 4 and 5", "2023-04-04/2023-04-05"),
        ("on 4 April", "2023-04-04"),
        ("on April 4th, 2023", "2023-04-04"),
        ("the 4th of april", "2023-04-04"),
        ("ON 4 APR. 2023", "2023-04-04"),
        ("le 4 avril 2023", "2023-04-04"),
        ("le 1er août", "2023-08-01"),
        ("du 4 au 5 avril", "2023-04-04/2023-04-05"),
        ("dated 2023-04-04.", "2023-04-04"),
        ("from 30 April to 2 May", "2023-04-30/2023-05-02"),
        ("on 4 may", "2023-05-04"),
        ("in May", "2023-05"),
        ("in March 2023", "2023-03"),
        ("in April", "2023-04"),
        ("dated 2023-04-04", "2023-04"),
        ("in the spring of 1949", "1949-21"),
        ("l’été dernier", "2023-22"),
        ("signed in 1949", "1949"),
        ("signed in 1949", "1949~"),
        ("in 1949", "194X"),
        ("in the 1990s", "199X"),
        ("in the 20th century", "19XX"),
        ("in 1914", "19XX"),
        ("in 431 BC", "-0430"),
        ("since 24 February", "2022-02-24/.."),
        ("by 1 April", "[..2023-04-01]"),
        ("at 10.30 on 4 April", "2023-04-04T10:30"),
        ("some day in June", "2004-06-XX"),
    ],
)
def test_a_quotation_that_names_every_end_supports_the_date(text, edtf):
    assert supports(text, parse_date(edtf))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("next week", "2023-04-04"),
        ("in April", "2023-04-04"),
        ("on the 4th", "2023-04-04"),
        ("on 14 April", "2023-04-04"),
        ("on 4 April 2022", "2023-04-04"),
        ("on April 4, 2022", "2023-04-04"),
        ("on 2022-04-04", "2023-04-04"),
        ("April, when 4.5 per cent agreed", "2023-04-04"),
        ("at 4:30 in April", "2023-04-04"),
        ("on April 4", "2023-04-04/2023-04-05"),
        ("it may take 4", "2023-05-04"),
        ("the march on Rome", "1922-03"),
        ("in April 2022", "2023-04"),
        ("il a été dit", "2023-22"),
        ("in 1950", "1949"),
        ("19,490 people", "1949"),
        ("in 1989", "199X"),
        ("in the 19th century", "19XX"),
        ("", "2023"),
    ],
)
def test_a_quotation_that_leaves_an_end_out_or_names_another_year_does_not(text, edtf):
    assert not supports(text, parse_date(edtf))


def test_a_year_elsewhere_in_the_quotation_does_not_contradict():
    assert supports("the treaty of 1949 was renewed on 4 April", parse_date("2023-04-04"))


def test_an_old_style_day_may_be_named_in_either_calendar():
    date = parse_date("1917-10-25", calendar="julian")

    assert supports("on 25 October", date)
    assert supports("on 7 November", date)
    assert not supports("on 7 October", date)


def test_a_text_without_months_seasons_or_years_has_no_date_words():
    assert not date_words_in("3 of 12 members met today")
    assert date_words_in("in April")
    assert date_words_in("in 1949")
    assert date_words_in("2023-04-04")
