"""What was known when, as an event's page tells it."""

import pytest

from generator.check.options import Options
from generator.check.site import check
from generator.dates import parse_date
from generator.plan import plan_pages
from generator.plan.views import EventView


@pytest.fixture
def told():
    """The page of an event of which sources say what is given."""

    def tell(event, language="en", **options):
        return told_in(language, event, {"site.yaml": f"title: x\nlanguages: [{language}]\n"}, **options)

    return tell


def told_in(language, event, around, **options):
    """An event as its page tells it, of a site that holds nothing else but what is around it."""
    sources = {**around, "content/events/talks.yaml": event}
    checked = check({path: text.encode() for path, text in sources.items()}, Options(**options))
    assert checked.site, [problem.message for problem in checked.problems]
    pages = [page for page in plan_pages(checked.site, {}) if page.template == "event.html"]
    (page,) = [page for page in pages if page.language == language]
    view = page.values["event"]
    assert isinstance(view, EventView)
    return view


def claims(*rows):
    sources = "".join(f"  - {{title: x, {row}}}\n" for row in rows)
    return f"title: Talks\ndate: 2023-04-04\nsources:\n{sources}"


def test_a_source_is_told_by_its_own_date_and_not_by_the_last_day_that_it_may_be_of(told):
    event = told(
        claims(
            "date: 1957, says: {status: held}",
            "date: 1960, released: 1955-03-01, says: {status: reported}",
            "says: {status: reported}",
        )
    )

    assert [row.by.date.words if row.by.date else "" for row in event.history] == ["1 March 1955", "1957", ""]


def test_a_claim_stands_beside_what_was_said_before_it(told):
    event = told(
        claims(
            "date: 2023-01-01, says: {date: 2023-04-04, status: planned, place: Istanbul}",
            "date: 2023-01-02, says: {status: planned}",
            "date: 2023-01-03, says: {date: 2023-04-05, status: held, place: Crete}",
        )
    )

    first, second, third = event.history
    assert (first.status.before, first.date.before, first.others[0].before) == (None, None, None)
    assert (second.status.before, second.date) == (None, None)
    assert (str(third.status.before), str(third.status.words)) == ("Planned", "Confirmed")
    assert (str(third.date.before), str(third.date.words)) == ("4 April 2023", "5 April 2023")
    assert (str(third.others[0].before), str(third.others[0].words)) == ("Istanbul", "Crete")


SITE = """
title: {en: x, fr: y}
languages: [en, fr]
topics: {water: {en: Water, fr: Eau}}
fields: {weight: {on: event, type: boolean, label: {en: Weighty, fr: Important}}}
"""
NAMED = {
    "site.yaml": SITE,
    "content/actors.yaml": "- {id: un, name: {en: United Nations, fr: Nations unies}, aliases: [ONU]}\n",
    "content/places.yaml": "- {id: pier, name: {en: East Pier, fr: Jetée est}, aliases: [The Pier]}\n",
}
SAID = """
title: Talks
date: 2024-06-10
place: pier
topics: [water]
actors: [un]
sources:
  - title: x
    says:
      title: {en: The talks, fr: Les pourparlers}
      place: pier
      actors: [{actor: un, part: host}, Norway]
      topics: [water]
      type: summit
      weight: yes
      date_note: A guess
      summary: {en: "A *long* one, as [they](https://example.org) say", fr: "Une *longue*"}
"""
TOLD = {
    "en": [
        ("Title", "The talks", "en"),
        ("Place", "East Pier", "en"),
        ("Actors", "United Nations (Host), Norway", "en"),
        ("Topics", "Water", "en"),
        ("Type", "Summit", "en"),
        ("Weighty", "Yes", "en"),
        ("Why this date", "A guess", "en"),
        ("Summary", "A long one, as they say", "en"),
    ],
    "fr": [
        ("Titre", "Les pourparlers", "fr"),
        ("Lieu", "Jetée est", "fr"),
        ("Acteurs", "Nations unies (Hôte), Norway", "fr"),
        ("Thèmes", "Eau", "fr"),
        ("Type", "Sommet", "fr"),
        ("Important", "Oui", "fr"),
        ("Pourquoi cette date", "A guess", "en"),
        ("Résumé", "Une longue", "fr"),
    ],
}


CALLED = """
title: Talks
date: 2024-06-10
place: pier
topics: [water]
actors: [un]
sources:
  - {title: x, date: 2024-01-01, says: {place: pier, actors: [un], topics: [water], type: talks}}
  - {title: y, date: 2024-01-02, says: {place: the pier, actors: [onu], topics: [Eau], type: talks}}
  - {title: z, date: 2024-01-03, says: {place: Jetée est, actors: [United Nations], topics: [WATER], type: talks}}
"""


@pytest.mark.parametrize("language", TOLD)
def test_another_name_of_the_same_is_no_change(language):
    event = told_in(language, CALLED, NAMED)

    first, *others = [[(row.words, row.before) for row in history.others] for history in event.history]
    assert others == [first, first]
    assert first[1][0].text == {"en": "United Nations", "fr": "Nations unies"}[language]


@pytest.mark.parametrize("language", TOLD)
def test_what_is_said_is_told_in_the_language_of_the_page(language):
    (citation,) = told_in(language, SAID, NAMED).entry.citations

    assert citation.claim
    assert [(label, value.text, value.language) for label, value in citation.claim.others] == TOLD[language]


@pytest.mark.parametrize(
    ("earlier", "later", "is_moved"),
    [
        ("date: 2023-04-04, status: planned", "date: 2023-04-05, status: planned", True),
        ("date: 2023-04-04, status: planned", "date: 2023-04-05", True),
        ("date: 2023-04-04/2023-04-05, status: planned", "date: 2023-04-05/2023-04-06, status: planned", True),
        ("date: 2023-04, status: planned", "date: 2023-04-05, status: planned", False),
        ("date: 2023-04-05, status: planned", "date: 2023-04, status: planned", False),
        ("date: 2023-04-04, status: planned", "date: 2023-04-04, status: planned", False),
        ("date: 2023-04-04, status: planned", "date: 2023-04-05, status: held", False),
        ("date: '[2023-04-04..]', status: planned", "date: 2023-05, status: planned", False),
    ],
)
def test_a_plan_is_moved_where_its_date_became_another_and_not_only_a_finer_one(told, earlier, later, is_moved):
    event = told(claims(f"date: 2023-01-01, says: {{{earlier}}}", f"date: 2023-01-02, says: {{{later}}}"))

    assert [row.is_moved for row in event.history] == [False, is_moved]


def test_a_denial_changes_nothing_of_what_was_said(told):
    event = told(
        claims(
            "date: 2023-01-01, says: {status: planned}",
            "date: 2023-01-02, says: {status: denied}",
            "date: 2023-01-03, says: {status: held}",
        )
    )

    assert [(str(row.status.before or ""), str(row.status.words)) for row in event.history] == [
        ("", "Planned"),
        ("", "Denied"),
        ("Planned", "Confirmed"),
    ]


RETRACTED = """title: Talks
date: 2023-04-04
status: retracted
corrections:
  - {date: 2023-04-06, what: the place was wrong, why: a slip}
  - {date: DATE, what: withdrawn, why: There was no meeting.}
sources: [{title: x, date: 2023-04-01}]
"""


@pytest.mark.parametrize(
    ("date", "words"), [("2023-05-02", "Retracted on 2 May 2023:"), ("2023-05", "Retracted, May 2023:")]
)
def test_a_retracted_entry_says_since_when_and_why(told, date, words):
    retraction = told(RETRACTED.replace("DATE", date)).entry.retraction

    assert (retraction.words, retraction.why.text) == (words, "There was no meeting.")


def test_as_of_an_earlier_day_a_correction_is_not_taken_for_the_retraction(told):
    event = told(RETRACTED.replace("DATE", "2023-05-02"), as_of=parse_date("2023-04-10").latest)

    assert len(event.corrections) == 1
    assert (event.entry.retraction.words, event.entry.retraction.why) == ("Retracted.", None)


def test_a_quote_is_in_the_language_of_its_source_else_in_the_sites_first(told):
    event = told(claims("date: 2023-01-01, quote: Hallo, language: de", "date: 2023-01-02, quote: Bonjour"), "fr")

    assert [citation.quote_language for citation in event.entry.citations] == ["de", "fr"]
