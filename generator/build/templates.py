"""The templates of a site: those shipped, and its own in place of some."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.problems import Place, Problem
from generator.render.pages import TemplateFault

FOLDER = "templates/"


@dataclass(frozen=True, slots=True)
class SiteTemplates:
    """The content of each template by its name, and the paths of the site's own ones by theirs."""

    all: Mapping[str, bytes]
    own: Mapping[str, str]

    def problem_of(self, fault: TemplateFault) -> Problem:
        """What went wrong in a template, at its place."""
        path = self.own.get(fault.template, f"the shipped {FOLDER}{fault.template}")
        line = _line(self.all.get(fault.template, b""), fault.line)
        return Problem(path, Place(fault.line, 1, max(1, len(line)), line), str(fault), code="template")


def site_templates(sources: Mapping[str, bytes], shipped: Mapping[str, bytes]) -> SiteTemplates:
    """The site's `templates/` in place of the shipped ones, file by file."""
    own = {path.removeprefix(FOLDER): path for path in sources if path.startswith(FOLDER)}
    return SiteTemplates({**shipped, **{name: sources[path] for name, path in own.items()}}, own)


def _line(content: bytes, number: int) -> str:
    lines = content.decode(errors="replace").splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""
