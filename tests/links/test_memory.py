"""What was found is not asked for again too soon."""

import pytest

from generator.disk.cache import Cache
from generator.links.looking import HOUR, WEEK

NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("path", "lasts"),
    [("/ok", WEEK), ("/moved/1", WEEK), ("/missing", HOUR), ("/forbidden", HOUR)],
)
def test_each_verdict_is_remembered_as_long_as_it_may_hold(server, looker, path, lasts):
    address = server.at(path)
    first = looker(address)[address].verdict
    asked = len(server.requests)

    again = looker(address, clock=lambda: NOW + lasts - 1)[address].verdict
    assert (again, len(server.requests)) == (first, asked)

    later = looker(address, clock=lambda: NOW + lasts)[address].verdict
    assert (later.word, later.looked_at) == (first.word, NOW + lasts)
    assert len(server.requests) == 2 * asked


def test_a_clock_that_went_back_makes_nothing_last_longer(server, looker):
    looker(server.at("/ok"))
    looker(server.at("/ok"), clock=lambda: NOW - 1)

    assert server.asked("/ok") == ["HEAD", "HEAD"]


def test_what_was_allowed_once_is_not_taken_for_allowed(server, looker):
    address = f"http://private.test:{server.port}/ok"
    at_server = lambda _host, _port: found("127.0.0.1")

    assert looker(address, allow_private=True, resolve=at_server)[address].verdict.word == "alive"
    assert looker(address)[address].verdict.word == "refused"


async def found(address):
    return (address,)


def test_the_cache_of_builds_keeps_it_over_runs(server, looker, tmp_path):
    for _ in range(2):
        with Cache(tmp_path / ".cache", "links") as cache:
            looker.notes = cache
            assert looker(server.at("/ok"))[server.at("/ok")].verdict.word == "alive"

    assert server.asked("/ok") == ["HEAD"]
