import zoneinfo

import pytest

from generator.dates import DateError, in_zone, needs_zone, order_key, parse_date, word_date


def test_a_time_without_an_offset_takes_that_of_its_zone_on_its_day():
    summer = in_zone(parse_date("2023-07-04T10:00"), "Europe/Brussels")
    winter = in_zone(parse_date("2023-01-04T10:00"), "Europe/Brussels")

    assert summer.edtf == "2023-07-04T10:00:00+02:00"
    assert winter.edtf == "2023-01-04T10:00:00+01:00"
    assert word_date(summer, "en") == "4 July 2023, 10:00 (Europe/Brussels, UTC+02:00)"


def test_a_zone_makes_the_same_instant_as_the_offset_it_stands_for():
    zoned = in_zone(parse_date("2023-04-04T10:00"), "Asia/Kathmandu")
    written = parse_date("2023-04-04T10:00+05:45")

    assert order_key(zoned) == order_key(written)
    assert order_key(zoned) < order_key(in_zone(parse_date("2023-04-04T10:00"), "UTC"))


@pytest.mark.parametrize("text", ["2023-04-04", "2023-04-04T10:00Z", "2023-04", "2023/..", "[..2023]", "../2023"])
def test_only_a_time_without_an_offset_needs_a_zone(text):
    date = parse_date(text)

    assert not needs_zone(date)
    assert in_zone(date, "Europe/Brussels") is date
    assert needs_zone(parse_date("2023-04-04T10:00"))


def test_local_mean_time_is_rounded_to_the_minute():
    date = in_zone(parse_date("1930-04-04T10:00"), "Europe/Amsterdam")
    manila = in_zone(parse_date("1840-04-04T10:00"), "Asia/Manila")

    assert parse_date(date.edtf).edtf == date.edtf
    assert manila.edtf == "1840-04-04T10:00:00-15:56"
    assert parse_date(manila.edtf).earliest == manila.earliest


@pytest.mark.parametrize(
    ("text", "zone", "message", "hint"),
    [
        ("2023-03-26T02:30", "Europe/Brussels", "did not occur", "correct it"),
        (
            "2023-10-29T02:30",
            "Europe/Brussels",
            "occurred twice",
            "2023-10-29T02:30:00+02:00 or 2023-10-29T02:30:00+01:00",
        ),
        ("2011-12-30T12:00", "Pacific/Apia", "did not occur", "correct it"),
        (
            "2023-04-04T10:00",
            "Europe/Brusels",
            "'Europe/Brusels' is not a time zone",
            "did you mean 'Europe/Brussels'?",
        ),
        ("2023-04-04T10:00", "Brussels", "is not a time zone", "did you mean 'Europe/Brussels'?"),
        ("2023-04-04T10:00", "../../etc/passwd", "is not a time zone", ""),
        ("2023-04-04T10:00", "", "is not a time zone", "continent and city"),
        ("-0430-04-04T10:00", "Europe/Athens", "outside the years 1 to 9999", "give its offset"),
        ("+12000-04-04T10:00", "Europe/Athens", "outside the years 1 to 9999", "give its offset"),
    ],
)
def test_a_time_that_no_clock_showed_once_is_a_problem(text, zone, message, hint):
    with pytest.raises(DateError) as caught:
        in_zone(parse_date(text), zone)

    assert message in str(caught.value)
    assert hint in caught.value.hint


def test_zones_never_come_from_the_system(tmp_path):
    zones = tmp_path / "Europe"
    zones.mkdir()
    (zones / "Rome").write_bytes(b"not a zone")
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([str(tmp_path)])
    try:
        date = in_zone(parse_date("2023-07-04T10:00"), "Europe/Rome")
    finally:
        zoneinfo.reset_tzpath(before)

    assert date.edtf == "2023-07-04T10:00:00+02:00"
