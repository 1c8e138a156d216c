"""The pure audit: sources in, figures on their state out, or every mistake."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.build.site import reviewed
from generator.check.options import Options
from generator.check.prose import Convert, convert_here
from generator.check.site import check
from generator.model.settings import Theme
from generator.parse.known import NOTHING, KnownYaml
from generator.plan.audit import tell_audit
from generator.plan.audit_views import Audit
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit, unless something is wrong with the content, and every problem in order."""

    audit: Audit | None
    problems: tuple[Problem, ...]
    theme: Theme = field(default_factory=Theme)


def audit(
    sources: Mapping[str, bytes],
    options: Options | None = None,
    *,
    convert: Convert = convert_here,
    known: KnownYaml = NOTHING,
) -> Audited:
    """Audit a site's files, by path from its folder. It runs none of the site's own templates."""
    checked = check(sources, options or Options(), convert, known)
    outcome = reviewed(checked)
    if outcome.has_errors or checked.site is None or checked.written is None:
        return Audited(None, outcome.problems)
    told = tell_audit(checked.site, checked.written, outcome.problems)
    return Audited(told, outcome.problems, checked.site.settings.theme)
