"""An address followed to its end."""

from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin, urlsplit

from generator.links.asking import Answer, Asker, Silence
from generator.links.hosts import asked_of, host_of
from generator.links.manners import Manners
from generator.links.verdict import Verdict, Word

MOST_HOPS = 10
ATTEMPTS = 3
BACK_OFF = 1.0  # seconds before the second attempt; twice as many before the third
LONGEST_WAIT = 30.0  # seconds; a host that asks for more is left alone
PERMANENT = frozenset({301, 308})
REDIRECTS = PERMANENT | {302, 303, 307}
GONE = frozenset({404, 410})
TOO_MANY = 429
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))  # a host must not write what moves a terminal's cursor


class Follower:
    """Follows addresses by the manners that all of them share."""

    def __init__(self, asker: Asker, manners: Manners, clock: Callable[[], float]) -> None:
        self._asker = asker
        self._manners = manners
        self._clock = clock

    async def follow(self, address: str) -> Verdict:
        """What became of an address. Each redirect is a hop that is asked, and may be refused, like the first."""
        here, moved_to, is_permanent = asked_of(address), "", True
        seen: list[str] = []
        while True:
            seen.append(here)
            answer = await self._answer(here)
            if isinstance(answer, Silence):
                return self._verdict(answer.word, None, answer.reason + _after(seen))
            if answer.status not in REDIRECTS or not answer.location:
                return self._judged(answer, moved_to if moved_to != seen[0] else "", _after(seen))
            try:
                here = asked_of(urljoin(here, quote(answer.location, safe=PRINTABLE)))
                scheme = urlsplit(here).scheme
            except ValueError:
                return self._verdict("unknown", answer.status, f"it leads to what is no address{_after(seen)}")
            if scheme not in ("http", "https"):
                return self._verdict("refused", answer.status, f"it leads to an address of '{scheme}:'{_after(seen)}")
            if here in seen:
                return self._verdict("unknown", answer.status, "its redirects go round in a circle")
            if len(seen) > MOST_HOPS:
                return self._verdict("unknown", answer.status, f"it redirects more than {MOST_HOPS} times")
            is_permanent = is_permanent and answer.status in PERMANENT
            moved_to = here if is_permanent else moved_to

    def _judged(self, answer: Answer, moved_to: str, after: str) -> Verdict:
        status = answer.status
        if 200 <= status < 300:
            reason = f"it has moved to {moved_to}" if moved_to else ""
            return self._verdict("moved" if moved_to else "alive", status, reason, moved_to)
        return self._verdict("dead" if status in GONE else "unknown", status, f"the answer is {status}{after}")

    def _verdict(self, word: Word, status: int | None, reason: str, moved_to: str = "") -> Verdict:
        return Verdict(word, self._clock(), status, reason, moved_to)

    async def _answer(self, address: str) -> Answer | Silence:
        """What a host says in the end: HEAD first, GET where that is not liked, again where it may pass."""
        host = host_of(address)
        if not host:
            return Silence("dead", "no host can have this address")
        async with self._manners.host(host):
            method, attempt = "HEAD", 1
            while True:
                if host in self._manners.left_alone:
                    return Silence("unknown", self._manners.left_alone[host])
                async with self._manners.request(host):
                    answer = await self._asker.ask(method, address)
                if method == "HEAD" and _may_be_of_head(answer):
                    method = "GET"
                    continue
                delay = self._delay(answer, attempt)
                if delay is None:
                    return answer
                if delay > LONGEST_WAIT:
                    self._manners.left_alone[host] = "the host asks to be left alone for a while"
                    return answer
                if attempt == ATTEMPTS:
                    if isinstance(answer, Silence) and answer.is_late:
                        self._manners.left_alone[host] = "the host has not answered before"
                    return answer
                await self._manners.wait(delay)
                attempt += 1
                method = "HEAD" if isinstance(answer, Answer) and answer.status == TOO_MANY else "GET"

    def _delay(self, answer: Answer | Silence, attempt: int) -> float | None:
        """Seconds before the next attempt; None where another one would change nothing."""
        back_off = BACK_OFF * 2.0 ** (attempt - 1)
        if isinstance(answer, Silence):
            return back_off if answer.passes else None
        if answer.status != TOO_MANY and answer.status < 500:
            return None
        return max(back_off, self._seconds(answer.retry_after))

    def _seconds(self, retry_after: str) -> float:
        """What a host asks for by Retry-After, in seconds or as a date (RFC 9110 §10.2.3)."""
        word = retry_after.strip()
        if word.isascii() and word.isdigit():
            return float(word[:9])
        try:
            return parsedate_to_datetime(word).timestamp() - self._clock()
        except ValueError:
            return 0.0


def _may_be_of_head(answer: Answer | Silence) -> bool:
    """Whether GET may be answered otherwise: many hosts have never been asked for heads."""
    if isinstance(answer, Silence):
        return answer.passes and not answer.is_late
    return answer.status >= 400 and answer.status != TOO_MANY and not answer.retry_after


def _after(seen: list[str]) -> str:
    return f", at {seen[-1]}" if len(seen) > 1 else ""
