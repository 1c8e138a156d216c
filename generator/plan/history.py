"""What was known when: an event's claims in order, each with what it changed."""

from generator.dates import Date
from generator.model.claims import claiming, is_refined
from generator.model.event import Event
from generator.model.source import Citation
from generator.model.text import Localised
from generator.model.vocabulary import DENIED, NOT_YET
from generator.plan.said import tell_said
from generator.plan.telling import Telling
from generator.plan.views import HistoryView, SaidView


def tell_history(event: Event, telling: Telling) -> tuple[HistoryView, ...]:
    """The event's claims by the day on which they became known, beside what was said before."""
    history = _History(event, telling)
    return tuple(history.row(citation) for citation in claiming(event.citations))


class _History:
    """What has been said so far, while claim after claim is told."""

    def __init__(self, event: Event, telling: Telling) -> None:
        self.event = event
        self.telling = telling
        self._said: dict[str, Localised] = {}
        self._status = ""
        self._date: Date | None = None

    def row(self, citation: Citation) -> HistoryView:
        """The next claim."""
        claim = citation.claim
        if claim is None:
            raise ValueError("a citation without a claim has no place in a history")
        told = self.telling.claims.tell(claim, self.event.type)
        is_denial = claim.status == DENIED  # it disputes what was said, and changes nothing
        self._status = self._status if is_denial else claim.status or self._status
        is_moved = bool(
            self._status in NOT_YET and claim.date and self._date and not is_refined(self._date, claim.date)
        )
        self._date = claim.date or self._date
        return HistoryView(
            by=tell_said(self.event, citation, self.telling),
            status=SaidView(self._ours(told.status)) if is_denial else self._change("status", told.status),
            date=self._change("date", told.date),
            others=tuple(
                SaidView(value, self._before(one.name, value), label)
                for one, (label, value) in zip(claim.said, told.others, strict=True)
            ),
            is_moved=is_moved,
        )

    def _change(self, name: str, words: str) -> SaidView | None:
        return SaidView(self._ours(words), self._before(name, self._ours(words))) if words else None

    def _ours(self, words: str) -> Localised:
        return Localised(words, self.telling.language)

    def _before(self, name: str, words: Localised) -> Localised | None:
        """What was last said of a field, where that was something else."""
        before = self._said.get(name)
        self._said[name] = words
        return before if before != words else None
