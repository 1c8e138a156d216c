"""What is said of an address, by a server that answers in every wrong way."""

import socket

import pytest


@pytest.mark.parametrize(
    ("path", "word", "status", "reason"),
    [
        ("/ok", "alive", 200, ""),
        ("/missing", "dead", 404, "the answer is 404"),
        ("/gone", "dead", 410, "the answer is 410"),
        ("/login", "unknown", 401, "the answer is 401"),
        ("/forbidden", "unknown", 403, "the answer is 403"),
        ("/legal", "unknown", 451, "the answer is 451"),
        ("/broken", "unknown", 500, "the answer is 500"),
        ("/elsewhere-today", "alive", 200, ""),
        ("/today-then-moved", "alive", 200, ""),
        ("/circle/a", "unknown", 302, "its redirects go round in a circle"),
        ("/endless/0", "unknown", 302, "it redirects more than 10 times"),
        ("/to-nowhere", "unknown", 302, "the answer is 302"),
        ("/to-ftp", "refused", 302, "it leads to an address of 'ftp:'"),
        ("/closes", "unknown", None, "it answers with what is not HTTP, or not at all"),
        ("/garbage", "unknown", None, "it answers with what is not HTTP, or not at all"),
        ("/no-head", "alive", 200, ""),
        ("/slow-body", "alive", 200, ""),
    ],
)
def test_each_answer_has_its_verdict(server, looker, path, word, status, reason):
    found = looker(server.at(path))[server.at(path)].verdict

    assert (found.word, found.status, found.reason) == (word, status, reason)


@pytest.mark.parametrize(
    ("path", "limit"), [("/hangs", {"timeout": 0.2}), ("/hangs", {"patience": 0.4}), ("/trickle", {"patience": 0.4})]
)
def test_what_never_answers_is_unknown(server, looker, path, limit):
    found = looker(server.at(path), **limit)[server.at(path)].verdict

    assert (found.word, found.status, found.reason) == ("unknown", None, "no answer in time")


@pytest.mark.parametrize(
    ("path", "end"),
    [("/moved/1", "/ok/new"), ("/moved-then-today", "/elsewhere-today")],
)
def test_permanent_redirects_name_the_address_that_is_to_be_written(server, looker, path, end):
    found = looker(server.at(path))[server.at(path)].verdict

    assert (found.word, found.moved_to) == ("moved", server.at(end))


def test_what_a_host_answers_moves_no_cursor(server, looker):
    found = looker(server.at("/to-escape"))[server.at("/to-escape")].verdict

    assert found.moved_to == server.at("/ok/%C2%9B2J")


def test_nothing_is_dead_where_not_one_of_several_hosts_can_be_found(server, looker):
    lost = ("http://nobody.test/", "http://nobody-else.test/")
    offline = looker(*lost)
    online = looker(*lost, server.at("/ok"))

    assert [row.verdict.word for row in offline.values()] == ["unknown", "unknown"]
    assert [online[address].verdict.word for address in lost] == ["dead", "dead"]


def test_what_has_moved_to_where_nothing_is_is_dead(server, looker):
    found = looker(server.at("/moved-to-nothing"))[server.at("/moved-to-nothing")].verdict

    assert (found.word, found.reason) == ("dead", f"the answer is 404, at {server.at('/missing')}")


def test_a_host_that_there_is_not_is_dead_and_one_that_cannot_be_looked_up_is_unknown(looker):
    found = looker("http://nobody.test/", "http://later.test/")

    assert found["http://nobody.test/"].verdict.word == "dead"
    assert found["http://nobody.test/"].verdict.reason == "there is no host 'nobody.test'"
    assert found["http://later.test/"].verdict.word == "unknown"


def test_a_refused_connection_is_dead(looker):
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        address = f"http://news.test:{taken.getsockname()[1]}/"
        found = looker(address)[address].verdict

    assert (found.word, found.reason) == ("dead", "the host refuses the connection")


def test_a_certificate_that_nobody_vouches_for_is_dead(safe_server, looker):
    address = f"https://safe.test:{safe_server.port}/ok"
    found = looker(address)[address].verdict

    assert found.word == "dead"
    assert found.reason.startswith("its certificate does not hold: self")
    assert safe_server.requests == []


@pytest.mark.parametrize(
    "address", ["http://[::1/", "http://[::1/#a", "http://news.test:99999/", f"http://{'a' * 300}.test/"]
)
def test_an_address_that_cannot_be_one_is_dead(looker, address):
    from generator.links.connecting import resolve

    (found,) = looker(address, resolve=resolve).values()
    assert found.verdict.word == "dead"


def test_what_stands_behind_the_hash_is_not_asked_for(server, looker):
    found = looker(server.at("/ok#a"), server.at("/ok#b"))

    assert list(found) == [server.at("/ok")]
    assert server.asked("/ok") == ["HEAD"]


def test_a_body_is_never_read(server, looker):
    found = looker(server.at("/huge"))[server.at("/huge")].verdict

    assert found.word == "alive"
    assert server.sent < 16 << 20  # what the buffers of the system take


def test_get_is_asked_only_where_head_was_refused(server, looker):
    looker(server.at("/ok"), server.at("/no-head"))

    assert (server.asked("/ok"), server.asked("/no-head")) == (["HEAD"], ["HEAD", "GET"])
