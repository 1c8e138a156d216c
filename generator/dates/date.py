"""What an author's date means: one time, a span, or one time somewhere in a range."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.error import DateError
from generator.dates.partial import COARSENESS, PartialDate, Precision

Kind = Literal["single", "span", "set"]
Extent = Literal["throughout", "within"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date with the days it covers. Whoever holds one need not check it again."""

    edtf: str  # the one normal form, Gregorian
    kind: Kind  # a set is one day somewhere in a range, as in '[..2023-04-01]'
    start: PartialDate | None  # None where open or unknown
    end: PartialDate | None  # of a single date the same as its start
    earliest: int | None  # day number of the first day it can touch; None where open or unknown
    latest: int | None  # and of the last
    precision: Precision  # of a span or set the coarser end's
    is_open_start: bool = False  # of a span: it was always so, '../2023-04-01'
    is_open_end: bool = False  # of a span: it goes on, '2022-02-24/..'
    julian: tuple[PartialDate, ...] = ()  # the ends in Old Style, where they were written so

    @property
    def extent(self) -> Extent:
        """Whether it fills its days, as a span does, or lies somewhere within them."""
        return "throughout" if self.kind == "span" else "within"

    @property
    def ends(self) -> tuple[PartialDate, ...]:
        """The ends that are given: one of a single date, one or two of a span or set."""
        if self.kind == "single":
            return (self.start,) if self.start else ()
        return tuple(end for end in (self.start, self.end) if end is not None)

    @property
    def approximate(self) -> bool:
        """Whether any end is circa."""
        return any(end.approximate for end in self.ends)

    @property
    def uncertain(self) -> bool:
        """Whether any end is uncertain."""
        return any(end.uncertain for end in self.ends)

    @property
    def is_unknown_start(self) -> bool:
        """Whether it is a span whose start is not known, `/2023-04-01`."""
        return self.kind == "span" and self.start is None and not self.is_open_start

    @property
    def is_unknown_end(self) -> bool:
        """Whether it is a span whose end is not known, `1950/`."""
        return self.kind == "span" and self.end is None and not self.is_open_end


def single(part: PartialDate, julian: tuple[PartialDate, ...] = ()) -> Date:
    """The date that is one time."""
    earliest, latest = part.days()
    return Date(part.edtf, "single", part, part, earliest, latest, part.precision, julian=julian)


def between(
    kind: Kind,
    start: PartialDate | None,
    end: PartialDate | None,
    open_start: bool = False,
    open_end: bool = False,
    julian: tuple[PartialDate, ...] = (),
    text: str = "",
) -> Date:
    """The span or set from one end to another, at least one of which is given. DateError where they are reversed.

    `text` is what the author wrote, for that error.
    """
    earliest = start.days()[0] if start else None
    latest = end.days()[1] if end else None
    ends = [part for part in (start, end) if part]
    if kind == "span":
        edtf = f"{_end(start, open_start)}/{_end(end, open_end)}"
    else:
        edtf = f"[{_end(start, False)}..{_end(end, False)}]"
    if not ends:
        raise DateError(f"'{edtf}' has neither a start nor an end", "give at least one of them")
    if earliest is not None and latest is not None and earliest > latest:
        raise _reversed(text or edtf, kind, *(julian if len(julian) == 2 else ends))
    first, last = ends[0].precision, ends[-1].precision
    precision = first if COARSENESS[first] <= COARSENESS[last] else last
    return Date(edtf, kind, start, end, earliest, latest, precision, open_start, open_end, julian)


def _end(part: PartialDate | None, is_open: bool) -> str:
    return part.edtf if part else ".." if is_open else ""


def _reversed(text: str, kind: Kind, start: PartialDate, end: PartialDate) -> DateError:
    turned = f"{end.edtf}/{start.edtf}" if kind == "span" else f"[{end.edtf}..{start.edtf}]"
    return DateError(f"'{text}' ends before it starts", f"write {turned} if the ends were exchanged")
