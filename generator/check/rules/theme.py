"""Doubts about the look of a site."""

from generator.check.colours import DARK_PAPER, ENOUGH, PAPER, contrast, nearest_that_stands_out, on_dark, stands_out
from generator.check.report import Report
from generator.check.rules.subject import Subject


def warn_of_poor_contrast(subject: Subject, report: Report) -> None:
    """An accent in which links are hard to read, on light paper or on dark."""
    accent = subject.site.settings.theme.accent
    if not accent or stands_out(accent):
        return
    light, dark = contrast(accent, PAPER), contrast(on_dark(accent), DARK_PAPER)
    found = [(light, "light"), (dark, "dark")]
    poor = " and ".join(f"{_shown(ratio)} on {paper} paper" for ratio, paper in found if ratio < ENOUGH)
    message = f"links in {accent} are hard to read: a contrast of {poor}, where {ENOUGH} is asked for"
    hint = f"'{nearest_that_stands_out(accent)}' is the nearest that can be read"
    report.warn("poor-contrast", subject.settings, ("theme", "accent"), message, hint)


def _shown(ratio: float) -> str:
    """With one digit, rounded down, since 4.49 is not 4.5."""
    return f"{int(ratio * 10) / 10}"
