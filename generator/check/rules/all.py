"""The rules that look at a whole site, in the order in which they run."""

from collections.abc import Callable

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

SITE_RULES: tuple[Callable[[Subject, Report], None], ...] = (
    warn_of_near_duplicate_actors,
    warn_of_near_duplicate_events,
    warn_of_after_other_day,
    warn_of_first_of_month,
    warn_of_unsupported_dates,
    warn_of_reports_before_events,
    warn_of_missing_archive_copies,
    warn_of_nameless_articles,
    warn_of_empty_articles,
    warn_of_unknown_languages,
    warn_of_language_gaps,
    warn_of_unused_media,
    warn_of_poor_contrast,
)
