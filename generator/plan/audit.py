"""An audit: figures on the state of a dossier, for whoever edits it."""

from collections.abc import Sequence

from generator.check.written import Written
from generator.dates import iso_day
from generator.model.site import Site
from generator.plan.audit_course import contradictions, course
from generator.plan.audit_dates import dates
from generator.plan.audit_evidence import evidence
from generator.plan.audit_silences import silences
from generator.plan.audit_upkeep import actors, translations, warnings
from generator.plan.audit_views import Audit, Desk, Part
from generator.problems import Problem


def tell_audit(site: Site, written: Written, problems: Sequence[Problem]) -> Audit:
    """The audit of a site. `problems` are the warnings that stand."""
    desk = Desk(site, written)
    counts = (
        ("events", site.events),
        ("articles", site.articles),
        ("actors", site.actors),
        ("places", site.places),
        ("topics", site.topics),
    )
    return Audit(
        title=site.settings.title.first,
        as_of=_day(site.as_of),
        knowledge_day=_day(site.knowledge_day),
        counts=tuple(Part(name, name, len(entries)) for name, entries in counts),
        groups=(
            evidence(desk),
            contradictions(desk),
            dates(desk),
            course(desk),
            silences(desk),
            actors(desk),
            translations(desk),
            warnings(desk, problems),
        ),
    )


def _day(number: int | None) -> str:
    return iso_day(number) if number is not None else ""
