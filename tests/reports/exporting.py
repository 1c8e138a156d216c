"""Exports of sites that stand in a test."""

from collections.abc import Mapping

from generator.build.exports import export
from generator.build.formats import Wishes
from generator.cli.shipped import shipped_templates
from generator.plan.selection import Selection


def exported(sources: Mapping[str, bytes], form: str, language: str = "") -> bytes:
    """The site in a format; it has no mistakes."""
    made = export(sources, shipped_templates(), form, Selection(), wishes=Wishes(language))
    assert made.content is not None, made.problems
    return made.content
