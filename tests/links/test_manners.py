"""How hosts are treated, as they see it."""

import asyncio
from collections import defaultdict
from email.utils import formatdate
from itertools import pairwise

from generator.links.asking import Answer
from generator.links.following import Follower
from generator.links.manners import MOST_AT_ONCE, Manners

PAUSE = 0.03


def test_a_host_is_never_asked_two_things_at_once_and_has_a_pause_between_them(server, looker):
    hosts = ("a.test", "b.test", "c.test")
    looker(
        *(server.at(f"/ok/{number}", host) for number in range(6) for host in hosts), pause=PAUSE, wait=asyncio.sleep
    )

    by_host = defaultdict(list)
    for seen in server.requests:
        by_host[seen.host].append(seen)
    assert {host: len(seen) for host, seen in by_host.items()} == dict.fromkeys(hosts, 6)
    for seen in by_host.values():
        assert all(later.began - sooner.began >= PAUSE for sooner, later in pairwise(seen))
        assert all(later.began >= sooner.ended for sooner, later in pairwise(seen))
    a, b = by_host["a.test"], by_host["b.test"]
    assert a[0].began < b[-1].ended and b[0].began < a[-1].ended  # noqa: PT018  # hosts do not wait for each other


def test_no_more_than_so_many_requests_run_at_once():
    async def most() -> int:
        manners, running, highest = Manners(pause=0), 0, 0

        async def ask(name: str) -> None:
            nonlocal running, highest
            async with manners.host(name), manners.request(name):
                running += 1
                highest = max(highest, running)
                await asyncio.sleep(0.01)
                running -= 1

        await asyncio.gather(*(ask(f"{number}.test") for number in range(3 * MOST_AT_ONCE)))
        return highest

    assert asyncio.run(most()) == MOST_AT_ONCE


def test_the_agent_names_dateline(server, looker):
    looker(server.at("/ok"))

    assert server.requests[0].agent.startswith("Dateline/")


def test_a_busy_host_is_asked_again_after_the_time_it_names(server, looker):
    found = looker(server.at("/busy-once"))[server.at("/busy-once")].verdict

    assert (found.word, server.asked("/busy-once")) == ("alive", ["HEAD", "HEAD"])
    assert 7.0 in looker.waited


def test_a_broken_host_is_asked_three_times_with_longer_and_longer_waits(server, looker):
    found = looker(server.at("/broken"))[server.at("/broken")].verdict

    assert (found.word, found.status) == ("unknown", 500)
    assert server.asked("/broken") == ["HEAD", "GET", "GET", "GET"]
    assert looker.waited == [1.0, 2.0]


def test_a_host_that_asks_for_more_time_than_there_is_is_left_alone(server, looker):
    found = looker(server.at("/busy-long"), server.at("/ok/later"), server.at("/ok/other", "other.test"))

    assert found[server.at("/busy-long")].verdict.word == "unknown"
    assert found[server.at("/ok/later")].verdict.reason == "the host asks to be left alone for a while"
    assert found[server.at("/ok/other", "other.test")].verdict.word == "alive"
    assert [seen.path for seen in server.requests if seen.host == "news.test"] == ["/busy-long"]


def test_a_host_that_hangs_is_not_waited_for_again(server, looker):
    found = looker(server.at("/hangs"), server.at("/ok/later"), patience=0.4)

    assert found[server.at("/ok/later")].verdict.reason == "the host has not answered before"
    assert server.asked("/ok/later") == []


def test_retry_after_may_be_a_date():
    follower = Follower(None, Manners(), lambda: 1_700_000_000.0)  # type: ignore[arg-type]  # asks nobody

    assert follower._delay(Answer(503, "", formatdate(1_700_000_020, usegmt=True)), 1) == 20.0
    assert follower._delay(Answer(503, "", "soon"), 2) == 2.0
