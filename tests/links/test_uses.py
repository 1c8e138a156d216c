"""The addresses that a site names, and where."""

from generator.check.report import place_of
from generator.check.site import check
from generator.links.uses import uses_of

SITE = {
    "site.yaml": ("title: T\nbase_url: https://own.test/\nlicence: '[CC BY 4.0](https://licence.test/by)'\n"),
    "content/articles/a.md": (
        "---\ntitle: A\ndate: 2023-04-01\npublisher: P\nurl: https://news.test/a?x=1&y=2\n"
        "archived: https://store.test/a\n---\n"
        "See [here](https://prose.test/a?b&c), [again](https://prose.test/a?b&c)\n"
        "and [within](event:e) and https://not-a-link.test/.\n"
    ),
    "content/articles/plain.txt": " date 2023-04-01 Said [x](https://plain.test/).\n",
    "content/events/e.yaml": (
        "title: E\ndate: 2023-04-04\nstatus: held\ndate_note: n\n"
        "summary: As [told](https://summary.test/) then.\n"
        "sources:\n  - url: https://cited.test/1\n    title: One\n"
        "    accept: {no-archive: 'see https://reason.test/'}\n"
        "  - article: a\n    quote: See here\n"
        'documents:\n  - title: D\n    url: "https://document.test/d.pdf"\n    archived: https://store.test/d\n'
        "media:\n  - url: https://video.test/v\n    alt: A film\n    title: V\n"
    ),
    "content/actors.yaml": (
        "nato:\n  name: NATO\n  kind: organisation\n  url: https://actor.test/\n"
        "  same_as: [https://same.test/1, https://same.test/2]\n"
    ),
    "content/sources.yaml": "s:\n  title: S\n  publisher: P\n  doi: doi:10.1000/182\n",
}


def used():
    checked = check({path: text.encode() for path, text in SITE.items()})
    assert checked.written, checked.problems
    return uses_of(checked.written.subject)


def test_every_address_is_found_at_the_line_and_the_column_at_which_it_is_written():
    found = {}
    for use in used():
        path, place = place_of(use.document, use.keys, use.words)
        assert SITE[path].split("\n")[place.line - 1][place.column - 1 :].startswith(use.words)
        found[use.address] = (path.rpartition("/")[2], use.field)

    assert found == {
        "https://licence.test/by": ("site.yaml", "licence"),
        "https://news.test/a?x=1&y=2": ("a.md", "url"),
        "https://store.test/a": ("a.md", "archived"),
        "https://prose.test/a?b&c": ("a.md", "text"),
        "https://summary.test/": ("e.yaml", "summary"),
        "https://cited.test/1": ("e.yaml", "url"),
        "https://document.test/d.pdf": ("e.yaml", "url"),
        "https://store.test/d": ("e.yaml", "archived"),
        "https://video.test/v": ("e.yaml", "url"),
        "https://actor.test/": ("actors.yaml", "url"),
        "https://same.test/1": ("actors.yaml", "same_as"),
        "https://same.test/2": ("actors.yaml", "same_as"),
        "https://doi.org/10.1000/182": ("sources.yaml", "doi"),
    }


def test_a_source_knows_the_copy_beside_it_and_a_copy_what_it_is_of():
    found = {use.address: use for use in used()}

    assert {address for address, use in found.items() if use.takes_copy} == {
        "https://news.test/a?x=1&y=2",
        "https://cited.test/1",
        "https://document.test/d.pdf",
    }
    assert found["https://news.test/a?x=1&y=2"].archived == "https://store.test/a"
    assert found["https://cited.test/1"].archived == ""
    assert found["https://store.test/d"].original == "https://document.test/d.pdf"
