import pytest

PLACES = """
vienna:
  name: {en: Vienna, fr: Vienne}
  country: at
  latitude: 48.2
  longitude: 16.4
  time_zone: Europe/Vienna
  aliases: [Wien]
"""


@pytest.mark.parametrize("written", ["vienna", "VIENNA", "Vienne", "Wien", "{en: Vienna, fr: Vienne}"])
def test_a_place_is_meant_by_its_id_its_names_and_its_aliases(told, written):
    site = told(
        {
            "content/places.yaml": PLACES,
            "content/events/talks.yaml": f"title: Talks\ndate: 2023-04-04T10:00\nplace: {written}\n",
        }
    )

    (place,) = site.places
    assert (site.events[0].place, place.country, place.latitude, place.longitude) == ("vienna", "AT", 48.2, 16.4)
    assert site.events[0].date.edtf == "2023-04-04T10:00:00+02:00"


def test_a_time_at_an_unknown_place_is_in_the_zone_of_the_site(event):
    found = event(
        "title: Talks\ndate: 2023-04-04T10:00\nplace: Lake House\n"
        "sources: {title: x, says: {date: 2023-04-04T09:00}}\n",
        {"site.yaml": "title: x\ntime_zone: Asia/Tokyo\n"},
    )

    assert found.date.edtf == "2023-04-04T10:00:00+09:00"
    assert found.citations[0].claim.date.edtf == "2023-04-04T09:00:00+09:00"


def test_an_unknown_place_makes_a_place_of_that_name(told):
    (place,) = told({"content/events/talks.yaml": "title: Talks\ndate: 2023\nplace: Lake  House, Osterbay\n"}).places

    assert (place.id, place.name.first) == ("lake-house-osterbay", "Lake House, Osterbay")


def test_a_topic_is_its_word_or_the_label_that_the_site_gives_it(told):
    site = told(
        {
            "site.yaml": "title: x\nlanguages: [en, fr]\ntopics: {Lake talks: {en: The lake, fr: Le lac}}\n",
            "content/events/talks.yaml": "title: Talks\ndate: 2023\ntopics: [lake talks, Indo-Pacific, INDO PACIFIC]\n",
        }
    )

    assert site.events[0].topics == ("lake-talks", "indo-pacific")
    assert [(topic.id, topic.name.versions) for topic in site.topics] == [
        ("indo-pacific", (("en", "Indo-Pacific"),)),
        ("lake-talks", (("en", "The lake"), ("fr", "Le lac"))),
    ]


def test_text_for_people_is_one_string_or_one_for_each_language(event):
    found = event(
        """
title: {en: Talks, fr: Pourparlers}
date: 2023
note: {fr: '*Note*'}
disputed: {en: two accounts, fr: deux récits}
date_note: from the programme
""",
        {"site.yaml": "title: x\nlanguages: [fr, en]\n"},
    )

    assert found.title.versions == (("en", "Talks"), ("fr", "Pourparlers"))
    assert found.note.versions == (("fr", "<p><em>Note</em></p>"),)
    assert found.date_note.versions == (("fr", "from the programme"),)
    assert found.disputed.in_language("en").text == "two accounts"


def test_an_empty_field_is_no_field(event):
    found = event("title: Talks\ndate: 2023\nplace:\nstatus: ''\nactors:\nkey: ' '\nsources:\nmedia: \n")

    assert (found.place, found.status, found.actors, found.is_key, found.media) == ("", "reported", (), False, ())


def test_yaml_keeps_what_is_written(event):
    found = event("title: 0476\ndate: '0476'\nplace: NO\nsources: {title: 12:30, locator: 00:12:30}\n")

    assert (found.title.first, found.date.edtf, found.place) == ("0476", "0476", "no")
    assert (found.citations[0].source.title.first, found.citations[0].locator) == ("12:30", "00:12:30")
