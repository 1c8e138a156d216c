import pytest

DRAFT = "title: Visit\ndate: 2023-04-05\nactors: [Nepal]\nplace: Attic\ntopics: [secrets]\ndraft: true\n"


def test_a_draft_and_what_it_alone_names_are_left_out_unless_asked_for(told):
    files = {"content/events/visit.yaml": DRAFT, "content/events/talks.yaml": "title: Talks\ndate: 2023\n"}

    site, whole = told(files), told(files, drafts=True)

    assert [event.id for event in site.events] == ["talks"]
    assert (site.actors, site.places, site.topics) == ((), (), ())
    assert [event.id for event in whole.events] == ["talks", "visit"]
    assert (len(whole.actors), len(whole.places), len(whole.topics)) == (1, 1, 1)


def test_links_to_a_draft_are_no_mistake_and_lead_nowhere_until_drafts_are_asked_for(told):
    files = {
        "content/events/visit.yaml": DRAFT,
        "content/articles/lake.md": "---\ntitle: x\ndate: 2023-01-01\ndraft: true\n---\nThe talks.\n",
        "content/pages/about.md": "---\ntitle: About\ndraft: true\n---\n[It](event:visit).\n",
        "content/events/talks.yaml": (
            "title: Talks\ndate: 2023\npart_of: visit\nrelated: [visit]\nafter: visit\nsupersedes: visit\n"
            "summary: '[a](event:visit) [b](article:lake) [c](page:about) [d](topic:secrets)'\n"
            "sources: {article: lake, quote: The talks}\n"
        ),
    }

    (talks,) = told(files).events
    (whole,) = (event for event in told(files, drafts=True).events if event.id == "talks")

    assert (talks.part_of, talks.related, talks.after, talks.supersedes) == ("", (), (), "")
    assert (talks.citations, told(files).articles, told(files).pages) == ((), (), ())
    assert (whole.part_of, whole.related, whole.after, whole.supersedes) == ("visit", ("visit",), ("visit",), "visit")
    assert [citation.article for citation in whole.citations] == ["lake"]


def test_a_mistake_in_a_draft_is_a_mistake(messages):
    assert messages({"content/events/visit.yaml": DRAFT + "after: nothing\n"}) == [
        "content/events/visit.yaml:7: there is no event 'nothing'"
    ]


@pytest.mark.parametrize(
    "link",
    [
        "event:talks",
        "event:TALKS#top",
        "article:lake",
        "actor:nato",
        "place:lake-house",
        "topic:peace",
        "page:about",
        "/events/talks/",
        "/articles/lake/#quote-1",
        "/actors/nato/",
        "#below",
        "https://example.org/",
        "mailto:a@b.c",
        "lake.pdf",
        "media/lake.pdf",
        "media:lake.pdf",
    ],
)
def test_a_link_within_the_site_finds_what_it_names(told, link):
    told(
        {
            "content/events/talks.yaml": (
                f"title: T\ndate: 2023\nactors: NATO\nplace: Lake House\ntopics: peace\nnote: '[x]({link})'\n"
            ),
            "content/articles/lake.txt": " date 2023-01-01 Text.\n",
            "content/pages/about.md": "---\ntitle: About\n---\nText.\n",
            "content/media/lake.pdf": b"",
        }
    )


@pytest.mark.parametrize(
    "link", ["event:visit", "/articles/visit/", "topic:nothing", "/nowhere/", "no.pdf", "../talks/"]
)
def test_a_link_within_the_site_that_leads_nowhere_is_marked_where_it_stands(checked, link):
    article = f"---\ntitle: x\ndate: 2023\npublisher: y\n---\n\nSee [x]({link}).\n"

    (problem,) = checked({"content/articles/lake.md": article}).problems

    assert problem.message == f"the link '{link}' leads nowhere"
    assert (problem.place.line, problem.place.column, problem.place.width) == (7, 9, len(link))


def test_pages_have_versions_in_the_languages_of_the_site(told):
    (page,) = told(
        {
            "site.yaml": "title: x\nlanguages: [en, fr]\n",
            "content/pages/about.md": "---\ntitle: About\n---\nHello.\n",
            "content/pages/about.fr.md": "---\ntitle: À propos\n---\nBonjour.\n",
        }
    ).pages

    assert page.id == "about"
    assert dict(page.title.versions) == {"en": "About", "fr": "À propos"}
    assert dict(page.body.versions) == {"en": "<p>Hello.</p>", "fr": "<p>Bonjour.</p>"}


@pytest.mark.parametrize("name", ["events", "embed", "2023", "-0430", "fr", "EN", "index", "404"])
def test_a_page_may_not_take_a_name_that_the_site_uses(messages, name):
    assert messages({f"content/pages/{name}.md": "---\ntitle: x\n---\ny\n"}) == [
        f"content/pages/{name}.md:2: the site itself has a page '{name}'"
    ]


def test_a_whole_whose_parts_are_drafts_is_told_so(checked):
    files = {
        "content/events/round.yaml": "title: Round\n",
        "content/events/day.yaml": "title: Day\ndate: 2023\npart_of: round\ndraft: true\n",
    }

    (found,) = checked(files).problems

    assert (found.message, found.hint) == ("'date' is missing", "add 'date:'; its parts are drafts, which are left out")


def test_an_event_is_not_offered_itself(checked):
    files = {f"content/events/{name}.yaml": f"title: {name}\ndate: 2023\n" for name in ("talks", "rounds")}
    files["content/events/talks.yaml"] += "related: talk\n"

    assert [p.hint for p in checked(files).problems if p.code == "unknown-id"] == ["one of: rounds"]
