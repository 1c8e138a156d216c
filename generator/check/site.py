"""A whole site checked: from files to a Site, or to every mistake at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.check.assembly import Assembly
from generator.check.options import Options
from generator.check.prose import Convert, convert_here
from generator.check.reading import Reader
from generator.check.report import Report
from generator.check.settings import read_settings, with_slash
from generator.check.written import Written
from generator.memory import Memory, Nothing
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Text
from generator.parse.document import Document
from generator.parse.known import NOTHING, KnownYaml
from generator.problems import ERROR, Problem
from generator.problems import in_order as problems_in_order

SITE_FILE = "site.yaml"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the site, unless something is wrong with it, and every problem in order."""

    site: Site | None
    problems: tuple[Problem, ...]
    written: Written | None = None  # where its entries stand

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(problem.severity == ERROR for problem in self.problems)


def check(
    sources: Mapping[str, bytes],
    options: Options | None = None,
    convert: Convert = convert_here,
    known: KnownYaml = NOTHING,
    memory: Memory | None = None,
) -> Checked:
    """Check a site's files, by path from its folder, and make of them a Site.

    `convert` turns Markdown into HTML; it is handed every text at once, so that a caller may share them out among
    processes or remember them. `known` is YAML that was read before, `memory` what the last check of
    these sources, or of others, has found out.
    """
    options = options or Options()
    report = Report()
    memory = memory or Nothing()
    reader = Reader(sources, report, known, memory)
    document = _site_file(reader)
    settings = read_settings(document, report) if document else None
    if settings and options.base_url is not None:
        settings = replace(settings, base_url=with_slash(options.base_url))
    # Where site.yaml cannot be read the rest is checked nevertheless, so that its mistakes show as well.
    settings = memory.same("settings", settings or Settings(Text.of("", "en")))
    assembly = Assembly(settings, document, reader, options, convert, report)
    site = assembly.site()
    checked = Checked(site, problems_in_order(report.problems))
    if checked.has_errors or assembly.subject is None:
        return replace(checked, site=None)
    # No entry is faulty, so that the rules have looked at the whole site; as of a day, some of it is not told.
    subject = replace(assembly.subject, site=site)
    off = tuple(sorted(code for code, level in report.levels.items() if level == "off"))
    return replace(checked, written=Written(subject, tuple(report.answered), off, dict(report.levels)))


def _site_file(reader: Reader) -> Document | None:
    """The one entry of site.yaml, or None with the mistake reported."""
    if SITE_FILE not in reader.sources:
        hint = "a file with 'title: …' alone will do; 'dateline new' makes one"
        reader.report.error_in_file(SITE_FILE, "there is no site.yaml here", hint)
        return None
    documents = reader.entries(SITE_FILE)
    if len(documents) > 1:
        hint = "it has several '---' documents, or a list: keep one"
        reader.report.error_in_file(SITE_FILE, "site.yaml holds the settings of one site", hint)
    return documents[0] if len(documents) == 1 else None
