"""Stored copies: who is asked for them, of what, and for how long."""

import pytest

from generator.links.uses import Use
from generator.parse.document import Document

COPY = "http://web.archive.org/web/2023/http://news.test/"
ENTRY = Document("content/events/one.yaml", {}, "")


def use(address, **about):
    return Use(address, ENTRY, ("sources", 0, "url"), address, **about)


def test_a_copy_is_looked_for_of_what_is_dead_and_of_sources_without_one(server, looker):
    dead, source, fine, has_copy = (server.at(path) for path in ("/missing", "/ok/source", "/ok/fine", "/ok/copied"))
    server.copies = dict.fromkeys((dead, source, fine, has_copy), COPY)

    found = looker.uses(
        use(dead),
        use(source, takes_copy=True),
        use(fine),
        use(has_copy, takes_copy=True, archived="https://store.test/"),
        archive=server.at("/archive", "archive.test"),
    )

    assert {address for address, row in found.items() if row.suggested} == {dead, source}
    assert found[dead].suggested == COPY.replace("http:", "https:", 1)
    assert server.asked("/archive") == ["GET", "GET"]


def test_a_copy_that_is_gone_is_looked_for_by_what_it_was_of(server, looker):
    gone, original = server.at("/gone"), server.at("/ok")
    server.copies = {original: COPY}

    found = looker.uses(use(gone, original=original), archive=server.at("/archive", "archive.test"))

    assert found[gone].suggested.endswith(COPY.partition(":")[2])


def test_what_could_not_be_an_address_is_no_copy(server, looker):
    server.copies = {server.at("/missing"): "https://store.test/\x1b[2J"}

    found = looker.uses(use(server.at("/missing")), archive=server.at("/archive", "archive.test"))

    assert found[server.at("/missing")].suggested == ""


def test_nothing_is_suggested_where_nothing_is_stored(server, looker):
    found = looker.uses(use(server.at("/missing")), archive=server.at("/archive", "archive.test"))

    assert found[server.at("/missing")].suggested == ""


def test_what_the_archive_said_is_remembered(server, looker):
    server.copies = {server.at("/missing"): COPY}
    for _ in range(2):
        found = looker.uses(use(server.at("/missing")), archive=server.at("/archive", "archive.test"))

    assert found[server.at("/missing")].suggested
    assert server.asked("/archive") == ["GET"]


@pytest.mark.parametrize("path", ["/hangs", "/broken", "/garbage", "/closes", "/slow-body", "/no-head"])
def test_an_archive_that_does_not_answer_is_asked_once(server, looker, path):
    dead = [server.at(f"/missing/{number}") for number in range(4)]

    found = looker.uses(*map(use, dead), archive=server.at(path, "archive.test"), patience=3.0)

    assert [row.suggested for row in found.values()] == [""] * 4
    assert server.asked(path) == ["GET"]


def test_an_archive_in_a_private_network_is_not_asked(server, looker):
    found = looker.uses(use(server.at("/missing")), archive=server.at("/archive", "private.test"))

    assert found[server.at("/missing")].verdict.word == "dead"
    assert server.asked("/archive") == []
