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
        ("el 4 de abril de 2023", "2023-04-04"),
        ("los días 4 y 5 de abril", "2023-04-04/2023-04-05"),
        ("el 1º de agosto", "2023-08-01"),
        ("en mayo de 2023", "2023-05"),
        ("la primavera de 1949", "1949-21"),
        ("4 апреля 2023 года", "2023-04-04"),
        ("4 и 5 апреля", "2023-04-04/2023-04-05"),
        ("1-го мая", "2023-05-01"),
        ("в мае 2023 г.", "2023-05"),
        ("весной 1949 года", "1949-21"),
        ("يومي 4 و5 أبريل", "2023-04-04/2023-04-05"),
        ("في 4 نيسان/أبريل 2023", "2023-04-04"),
        ("بين مارس وأبريل 2023", "2023-03/2023-04"),
        ("في ٤ ابريل ٢٠٢٣", "2023-04-04"),
        ("في 4 تشرين الأول 2023", "2023-10-04"),
        ("في 4 آب", "2023-08-04"),
        ("في ربيع عام 1949", "1949-21"),
        ("2023年4月4日", "2023-04-04"),
        ("将于4月4日至5日举行", "2023-04-04/2023-04-05"),
        ("4月4、5日", "2023-04-04/2023-04-05"),
        ("2023年4月", "2023-04"),
        ("1949年春", "1949-21"),
        ("今年秋季", "2023-23"),
        ("1949年签署", "1949"),
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
        ("el 4 de abril de 2022", "2023-04-04"),
        ("4 апреля 2022 года", "2023-04-04"),
        ("14 апреля", "2023-04-04"),
        ("مصدر من آب", "2023-08"),
        ("في 4 أبريل 2022", "2023-04-04"),
        ("2022年4月4日", "2023-04-04"),
        ("4月14日", "2023-04-04"),
        ("14月", "2023-04"),
        ("4个月", "2023-04"),
        ("夏某出席", "2023-22"),
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
