"""What an event's sources say of it, in the order in which it became known."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.dates import Date
from generator.model.source import Citation, Claim
from generator.model.vocabulary import DENIED, HAPPENED, NOT_YET


def history(citations: Iterable[Citation]) -> tuple[Claim, ...]:
    """The claims by the day on which their sources became known, undated ones last; ties stay in the file's order."""
    return tuple(citation.claim for citation in claiming(citations) if citation.claim)


def claiming(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The sources that say something of the event, in the order of its history."""
    known = [(citation.claim.known, citation) for citation in citations if citation.claim]
    return tuple(citation for _, citation in sorted(known, key=lambda row: (row[0] is None, row[0] or 0)))


def latest_status(claims: Sequence[Claim]) -> str:
    """The status that the last claim gives, or ''. A denial is no status: it disputes."""
    return next((claim.status for claim in reversed(claims) if claim.status and claim.status != DENIED), "")


def latest_date(claims: Sequence[Claim]) -> Claim | None:
    """The last claim that gives a date."""
    return next((claim for claim in reversed(claims) if claim.date), None)


def contradict(one: Claim, other: Claim) -> bool:
    """Whether one must be wrong: both say what happened and share no day, or one denies the other.

    A finer date does not contradict a coarser one, and a plan that was overtaken is history.
    """
    statuses = {one.status, other.status}
    if DENIED in statuses:
        return bool(statuses & (HAPPENED | NOT_YET))  # to deny what is called off contradicts nothing
    if not statuses <= HAPPENED or one.date is None or other.date is None:
        return False
    return not _share_a_day(one.date, other.date)


def _share_a_day(one: Date, other: Date) -> bool:
    starts = [date.earliest for date in (one, other) if date.earliest is not None]
    ends = [date.latest for date in (one, other) if date.latest is not None]
    return not starts or not ends or max(starts) <= min(ends)


def are_contradictory(claims: Sequence[Claim]) -> bool:
    """Whether any two of the claims contradict each other."""
    return any(contradict(one, other) for one, other in combinations(claims, 2))


def sides(citations: Iterable[Citation]) -> tuple[tuple[Citation, ...], ...]:
    """Those of the sources that contradict one another, on the sides that they take; none where all can be right.

    Who contradicts nobody on a side stands on it; each side stands in the order of the history, as do the sides.
    """
    rows = [(citation, citation.claim) for citation in claiming(citations) if citation.claim]
    disputing = [(citation, claim) for citation, claim in rows if any(contradict(claim, other) for _, other in rows)]
    found: list[list[tuple[Citation, Claim]]] = []
    for citation, claim in disputing:
        side = next((one for one in found if not any(contradict(claim, other) for _, other in one)), None)
        if side is None:
            found.append(side := [])
        side.append((citation, claim))
    return tuple(tuple(citation for citation, _ in side) for side in found)


def is_refined(one: Date, other: Date) -> bool:
    """Whether one of two dates lies within the other: it is told better or worse, not moved."""
    return _holds(one, other) or _holds(other, one)


def _holds(wide: Date, narrow: Date) -> bool:
    starts = wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    return starts and (wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest))
