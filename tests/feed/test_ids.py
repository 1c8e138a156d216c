"""By what programs know the feed and its entries: it must not change when the site moves."""

import re
from hashlib import sha1
from uuid import UUID

import pytest

from tests.feed.conftest import SITE, event

TAG = "tag:example.org,2024:lake"
URN = "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"
MOVED = SITE.replace("lake.example/talks", "moved.example")
TALKS = {"talks": event("2023-03-01"), "محادثات": event("2023-02-01")}


def named(name):
    """A UUID of version 5 as RFC 9562 makes it of its bytes."""
    digest = bytearray(sha1(UUID(URN).bytes + name.encode()).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    return UUID(bytes=bytes(digest))


def ids(feed):
    return [feed.feed.id, *(entry.id for entry in feed.entries)]


def test_without_an_id_of_its_own_a_site_is_known_by_where_it_stands(read):
    assert ids(read(TALKS)) == [
        "https://lake.example/talks/",
        "https://lake.example/talks/events/talks/",
        "https://lake.example/talks/events/%D9%85%D8%AD%D8%A7%D8%AF%D8%AB%D8%A7%D8%AA/",
    ]


def test_below_a_tag_uri_each_entry_has_its_own(read):
    assert ids(read(TALKS, site=f"{SITE}id: {TAG}\n"))[:2] == [TAG, f"{TAG}/events/talks/"]
    assert ids(read(TALKS, site=f"{SITE}id: {TAG}/\n"))[:2] == [f"{TAG}/", f"{TAG}/events/talks/"]


def test_below_a_uuid_each_entry_has_a_uuid(read):
    feed, *entries = ids(read(TALKS, site=f"{SITE}id: {URN}\n"))

    assert feed == URN
    assert entries[0] == f"urn:uuid:{named('events/talks/')}"
    assert [UUID(name).version for name in entries] == [5, 5]
    assert len({feed, *entries}) == 3


@pytest.mark.parametrize("name", [TAG, URN])
def test_ids_stay_when_the_site_moves(read, name):
    assert ids(read(TALKS, site=f"{SITE}id: {name}\n")) == ids(read(TALKS, site=f"{MOVED}id: {name}\n"))
    assert ids(read(TALKS)) != ids(read(TALKS, site=MOVED))


@pytest.mark.parametrize("name", ["", TAG, URN])
def test_feeds_in_several_languages_share_no_id(read, name):
    site = f"{SITE}languages: [en, fr, ar]\n" + (f"id: {name}\n" if name else "")

    found = [each for path in ("", "fr/", "ar/") for each in ids(read(TALKS, site=site, path=f"{path}feed.xml"))]

    assert len(set(found)) == len(found) == 9
    assert found[:3] == ids(read(TALKS, site=site.replace("en, fr, ar", "en")))


def test_an_event_that_gets_another_id_keeps_its_entry(read):
    before = ids(read({"talks": event("2023-03-01")}))

    assert ids(read({"parley": event("2023-03-01", more="aliases: [talks]\n")})) == before
    assert ids(read({"summit": event("2023-03-01", more="aliases: [talks, parley]\n")})) == before


def test_an_id_is_the_same_in_small_letters_and_large(read):
    assert ids(read(TALKS, site=f"{SITE}id: {URN.upper()}\n")) == ids(read(TALKS, site=f"{SITE}id: {URN}\n"))


@pytest.mark.parametrize(
    "name",
    [
        "tag:example.org,2024:", "tag:me@example.org,2024-02:lake/talks?x=%20", "tag:a-b.example,2024-02-29:lake#part",
        URN,
    ],
)  # fmt: skip
def test_ids_that_a_site_may_have(read, name):
    assert read({}, site=f"{SITE}id: '{name}'\n").feed.id == name


@pytest.mark.parametrize(
    "name",
    [
        "example.org", "https://example.org/", "tag:example.org:lake", "tag:example.org,24:lake",
        "tag:example.org,2024-13:lake", "tag:example.org,2024-1:lake", "tag:-example.org,2024:lake",
        "tag:example.org,2024:der see", "tag:example.org,2024:see\u00e4", "tag:example.org,2024:100%",
        "tag:a@b@example.org,2024:lake", "urn:uuid:1b4e28ba", f"{URN}0", "urn:isbn:0451450523", "urn:uuid:lake",
    ],
)  # fmt: skip
def test_an_id_that_is_none_is_a_mistake_at_its_place(site, name):
    site.write("site.yaml", f"title: The lake talks\nid: '{name}'\n")

    ended = site.run("check", str(site.root))

    assert ended.code == 1
    assert f"site.yaml:2:5: '{name}' is neither a tag URI nor a UUID as a URN\n" in ended.stdout + ended.stderr
    assert "as in tag:example.org,2023:nato or urn:uuid:" in ended.stdout + ended.stderr


def test_each_new_site_has_an_id_like_no_other(tmp_path, run_dateline):
    found = set()
    for name in ("one", "two"):
        assert run_dateline("new", str(tmp_path / name)).code == 0
        written = (tmp_path / name / "site.yaml").read_text(encoding="utf-8")
        found |= {str(UUID(each)) for each in re.findall(r"^id: urn:uuid:(\S+)$", written, re.MULTILINE)}

    assert len(found) == 2
    assert {UUID(each).version for each in found} == {4}
