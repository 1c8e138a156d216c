import pytest

TALKS = "content/events/talks.yaml"
SOURCE = "title: Talks\ndate: 2023-04-04\ndate_note: x\nsources:\n  - {title: x, url: https://example.org/}\n"
ACTORS = {
    "content/events/a.yaml": "title: One\ndate: 2023-04-04\ndate_note: x\nactors: [Germany]\n",
    "content/events/b.yaml": "title: Two\ndate: 2023-04-05\ndate_note: x\nactors: [Germnay]\n",
}


@pytest.mark.parametrize("level", ["off", "Off", "false", "no"])
def test_a_rule_can_be_turned_off(doubts, level):
    assert doubts({TALKS: SOURCE, "site.yaml": f"title: x\nchecks: {{no-archive: {level}}}\n"}) == []


def test_a_rule_can_stop_the_build(checked):
    found = checked({TALKS: SOURCE, "site.yaml": "title: x\nchecks: {no-archive: error}\n"})

    assert found.site is None
    assert [(problem.code, problem.severity) for problem in found.problems] == [("no-archive", "error")]


@pytest.mark.parametrize(
    "text",
    [
        SOURCE + "accept: {no-archive: the ministry keeps no copy}\n",
        SOURCE.replace("x, url", "x, accept: {no-archive: the ministry keeps no copy}, url"),
    ],
)
def test_a_warning_is_answered_by_the_event_or_by_the_row(doubts, text):
    assert doubts({TALKS: SOURCE}) == ["no-archive"]
    assert doubts({TALKS: text}) == []


def test_an_answer_counts_for_its_own_row_alone(doubts):
    text = (
        SOURCE.replace("x, url", "x, accept: {no-archive: none}, url") + "  - {title: y, url: https://example.org/y}\n"
    )

    assert doubts({TALKS: text}) == ["no-archive"]


def test_the_row_that_is_doubted_is_the_row_that_is_shown_when_one_before_it_is_left_out(checked):
    text = SOURCE.replace("sources:\n", "sources:\n  - {article: lake}\n")

    (problem,) = checked(
        {TALKS: text, "content/articles/lake.md": "---\ndate: 2023\ndraft: true\n---\nText.\n"}
    ).problems

    assert (problem.code, problem.place.line) == ("no-archive", 6)


def test_an_article_answers_its_own_warnings(doubts):
    article = "---\ndate: 2023\naccept: {no-title: a note, no-publisher: a note}\n---\nText.\n"

    assert doubts({"content/articles/lake.md": article}) == []


@pytest.mark.parametrize("place", ["content/events/a.yaml", "content/events/b.yaml"])
def test_either_of_two_entries_that_look_alike_can_say_that_they_are_not_one(doubts, place):
    answered = {**ACTORS, place: ACTORS[place] + "accept: {near-duplicate-actor: Germnay is a village}\n"}

    assert doubts(ACTORS) == ["near-duplicate-actor"]
    assert doubts(answered) == []


def test_an_actor_answers_for_itself(doubts):
    declared = {"content/actors.yaml": "- {name: Germany, accept: {near-duplicate-actor: Germnay is a village}}\n"}

    assert doubts({**ACTORS, **declared}) == []


def test_who_declares_two_actors_knows_them_apart(doubts):
    declared = {"content/actors.yaml": "- {name: Germany}\n- {name: Germnay}\n"}

    assert doubts({**ACTORS, **declared}) == []


@pytest.mark.parametrize(
    ("published", "doubted"), [("2023-04-01", True), ("2023-04-02", True), ("2023-04-03", False), ("2023-04", False)]
)
@pytest.mark.parametrize("status", ["held", "reported"])
def test_a_source_more_than_a_day_before_cannot_tell_that_it_happened(doubts, published, doubted, status):
    says = f"{{title: x, date: {published}, says: {{status: {status}, date: 2023-04-04}}}}"

    found = doubts({TALKS: f"title: Talks\ndate: 2023-04-04T01:00+09:00\nsources: {says}\n"})

    assert found == (["report-before-event"] if doubted else [])


def test_a_plan_and_a_silent_source_may_be_as_early_as_they_like(doubts):
    rows = "[{title: x, date: 2022, says: {status: planned}}, {title: y, date: 2022}]"

    assert doubts({TALKS: f"title: Talks\ndate: 2023-04-04\ndate_note: x\nsources: {rows}\n"}) == []


@pytest.mark.parametrize(
    ("date", "source"),
    [
        ("2023-04-04", "{title: x, says: {date: 2023-04-04}}"),
        ("2023-04", "{title: x, says: {date: 2023-04-04}}"),
        ("2023-04-04", "{title: x, quote: on April 4}"),
        ("2023-04-04/2023-04-05", "{title: x, quote: 'le 4 et 5 avril 2023'}"),
    ],
)
def test_a_quote_or_a_claim_supports_a_date(doubts, date, source):
    assert doubts({TALKS: f"title: Talks\ndate: {date}\nsources: {source}\n"}) == []


@pytest.mark.parametrize(
    ("date", "source"),
    [
        ("2023-04-04", "{title: x}"),
        ("2023-04-04", "{title: x, date: 2023-04-04}"),
        ("2023-04-04", "{title: x, says: {date: 2023-04}}"),
        ("2023-04-04", "{title: x, quote: on Tuesday}"),
    ],
)
def test_the_date_of_an_article_is_never_the_date_of_an_event(doubts, date, source):
    assert doubts({TALKS: f"title: Talks\ndate: {date}\nsources: {source}\n"}) == ["unsupported-date"]


def test_a_mistake_raises_no_doubts_about_what_stands_in_its_place(messages):
    said = messages({TALKS: "titel: Talks\ndate: 2023-04-31\nsources: {title: x, url: https://example.org/}\n"})

    assert said == [
        f"{TALKS}:1: 'title' is missing",
        f"{TALKS}:1: there is no field 'titel'",
        f"{TALKS}:2: '2023-04-31' has no day 31",
    ]


def test_gaps_of_each_language_are_counted(checked):
    found = checked(
        {
            "site.yaml": "title: {en: x, fr: y}\nlanguages: [en, fr]\ntopics: {lake: {en: Lake}}\n",
            TALKS: "title: Talks\ndate: 2023\ndate_note: {fr: z}\n",
        }
    )

    assert [problem.message for problem in found.problems] == [
        "1 of 4 texts is missing in 'en'",
        "2 of 4 texts are missing in 'fr'",
    ]


def test_gaps_are_told_with_the_places_of_the_first_ten(checked):
    events = {f"content/events/{number}.yaml": "title: Talks\ndate: 2023\n" for number in range(10, 19)}
    found = checked(
        {
            "site.yaml": "title: {en: x, fr: y}\nlanguages: [en, fr]\n",
            "content/events/0.md": "---\ntitle: {en: x, fr: y}\ndate: 2023\nmedia: {url: 'http://a.b', alt: z}\n---\n",
            "content/pages/about.md": "---\ntitle: About\n---\nx\n",
            "content/pages/about.fr.md": "---\ntitle: Nous\n---\ny\n",
            "content/pages/method.md": "---\ntitle: {en: Method, fr: Nos choix}\n---\nz\n",
            "content/places.yaml": "- name: {en: Bern, fr: Berne}\n- name: {en: Lake House, ar: x}\n- name: Rome\n",
            **events,
        }
    )

    (gap,) = (problem for problem in found.problems if problem.code == "language-gap")
    assert gap.message == "12 of 18 texts are missing in 'fr'"
    assert gap.detail == (
        "content/events/0.md:4 media.alt",
        *(f"content/events/{number}.yaml:1 title" for number in range(10, 19)),
        "and 2 more",
    )


def test_a_name_is_missing_in_a_language_where_it_is_given_in_another_of_the_site(checked):
    found = checked(
        {
            "site.yaml": "title: {en: x, fr: y}\nlanguages: [en, fr]\n",
            "content/actors.yaml": "westmark:\n  name: {en: Westmark, ar: z}\nosterbay: {name: Osterbay}\n",
        }
    )

    assert [(p.message, p.detail) for p in found.problems] == [
        ("1 of 2 texts is missing in 'fr'", ("content/actors.yaml:2 name",))
    ]


SLIPS = ["title: {en: x, fre: y}", "title: {fe: y}", "title: {eng: x, fr: y}", "title: {en: x, fr-CA: y}"]


@pytest.mark.parametrize("title", SLIPS)
def test_a_language_that_is_probably_a_slip_is_doubted(doubts, title):
    files = {"site.yaml": "title: x\nlanguages: [en, fr]\nchecks: {language-gap: off, unsupported-date: off}\n"}

    assert doubts({**files, TALKS: f"{title}\ndate: 2023\n"}) == ["unknown-language"]


@pytest.mark.parametrize(
    "title", ["x", "{en: x, ar: y}", "{en: x, fa: y}", "{en: x, fr: y, fre: z}", "{grc: x, la: y}"]
)
def test_a_language_that_the_site_does_not_have_is_no_slip_by_itself(doubts, title):
    files = {"site.yaml": "title: x\nlanguages: [en, fr]\nchecks: {language-gap: off, unsupported-date: off}\n"}

    assert doubts({**files, TALKS: f"title: {title}\ndate: 2023\n"}) == []
