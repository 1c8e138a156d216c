"""The rules that look at a whole site, in the order in which they run."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from generator.check.report import Report
from generator.check.rules.actors import warn_of_near_duplicate_actors
from generator.check.rules.dates import warn_of_first_of_month, warn_of_reports_before_events, warn_of_unsupported_dates
from generator.check.rules.events import warn_of_after_other_day, warn_of_near_duplicate_events
from generator.check.rules.languages import warn_of_language_gaps, warn_of_unknown_languages
from generator.check.rules.media import warn_of_unused_media
from generator.check.rules.sources import (
    warn_of_empty_articles,
    warn_of_missing_archive_copies,
    warn_of_nameless_articles,
)
from generator.check.rules.subject import Subject
from generator.check.rules.theme import warn_of_poor_contrast

Rule: TypeAlias = Callable[[Subject, Report], None]

# These look at the events and at where they were written, and at nothing else.
EVENT_RULES: tuple[Rule, ...] = (
    warn_of_near_duplicate_events,
    warn_of_after_other_day,
    warn_of_first_of_month,
    warn_of_unsupported_dates,
    warn_of_reports_before_events,
)
SITE_RULES: tuple[Rule, ...] = (
    warn_of_near_duplicate_actors,
    warn_of_missing_archive_copies,
    warn_of_nameless_articles,
    warn_of_empty_articles,
    warn_of_unknown_languages,
    warn_of_language_gaps,
    warn_of_unused_media,
    warn_of_poor_contrast,
)


def apply_rules(subject: Subject, report: Report) -> None:
    """Let every rule look at the site. What those of events found stays as long as all of these do."""
    rests_on = (*subject.site.events, *subject.events.values())
    levels = tuple(sorted(report.levels.items()))
    doubts = subject.memory.recall(
        ("event rules", levels), lambda: report.heard(partial(_apply, EVENT_RULES, subject, report)), rests_on
    )
    report.repeat(doubts)
    _apply(SITE_RULES, subject, report)


def _apply(rules: Sequence[Rule], subject: Subject, report: Report) -> None:
    for rule in rules:
        rule(subject, report)
