"""Planned pages as bytes."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from traceback import walk_tb
from typing import cast
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.plan import EDITION, PICTURE_TEMPLATE, ROOT, Page
from generator.plan.views import PictureOfPage
from generator.render.drawing import Draw
from generator.render.drawing import draw as draw_here
from generator.render.environment import make_environment
from generator.render.offline import name_files
from generator.render.templates import TEMPLATE_MARK, Compile

BARE_ROOT, BARE_EDITION = ROOT.encode(), EDITION.encode()


class TemplateFault(ValueError):
    """A template that cannot be read or that fails on a page; most likely one of the site's own."""

    def __init__(self, message: str, template: str, line: int) -> None:
        super().__init__(message)
        self.template = template
        self.line = line  # from 1; 0 where it is not known


class PageRenderer:
    """Renders the pages of one site. Each page is rendered on its own, in any order."""

    def __init__(
        self,
        templates: Mapping[str, bytes],
        base_url: str,
        compile_templates: Compile | None = None,
        draw: Draw = draw_here,
        *,
        is_offline: bool = False,
    ) -> None:
        self._templates = {
            name: _source(name, content)
            for name, content in templates.items()
            if name.endswith(".html") or name == PICTURE_TEMPLATE
        }
        self._base_path = urlsplit(base_url).path or "/"
        self._compile = compile_templates
        self._draw = draw
        self._is_offline = is_offline
        self._environments: dict[str, Environment] = {}
        self._slow: set[str] = set()  # languages whose templates do something that quick code refuses

    def ready(self, languages: Iterable[str]) -> None:
        """Make ready what is shared by the pages of the languages, before several processes begin to render."""
        for language in languages:
            self._environment(language)

    def render(self, page: Page) -> bytes:
        """The page, with its addresses relative to where it stands and the digest of what it shows."""
        if page.template == PICTURE_TEMPLATE:
            return self._drawn(page)
        content = self.filled(page).encode()
        edition = blake2b(content, digest_size=4).hexdigest()
        if self._is_offline:
            content = name_files(content)
        return content.replace(BARE_EDITION, edition.encode()).replace(BARE_ROOT, self._way_to_root(page).encode())

    def _drawn(self, page: Page) -> bytes:
        """A picture, whose template is given where each line of its text stands."""
        from generator.render.sharing import lay_out

        layout = lay_out(cast("PictureOfPage", page.values["shown"]))
        svg = self.filled(page, layout=layout)
        try:
            return self._draw(svg, layout.fonts)
        except ValueError as error:
            raise TemplateFault(f"this gives no SVG: {error}", page.template, 0) from error

    def filled(self, page: Page, **more: object) -> str:
        """The page as its template gives it: its addresses begin with ROOT, and its edition is open."""
        try:
            return _fill(self._environment(page.language), page, more)
        except Exception:  # noqa: BLE001  # whatever it is, another environment takes it, or knows where it is
            if page.language not in self._slow:
                self._slow.add(page.language)
                del self._environments[page.language]
                return self.filled(page, **more)
            return self._render_with_lines(page, more)

    def _render_with_lines(self, page: Page, more: Mapping[str, object]) -> str:
        """The page from templates that were left as they are, so that a fault names the line it is in."""
        try:
            return _fill(make_environment(self._templates, page.language, names_lines=True), page, more)
        except Exception as error:
            raise _fault(error, page) from error

    def _environment(self, language: str) -> Environment:
        environment = self._environments.get(language)
        if environment is None:
            is_quick = language not in self._slow
            compile_templates = self._compile if is_quick else None
            environment = make_environment(self._templates, language, compile_templates, is_quick=is_quick)
            self._environments[language] = environment
        return environment

    def _way_to_root(self, page: Page) -> str:
        """The site's root as seen from a page. For 404.html it is absolute, since that is served at any depth."""
        if page.template == "404.html" and not self._is_offline:
            return self._base_path
        return "../" * page.path.count("/") or "./"


def _fill(environment: Environment, page: Page, more: Mapping[str, object]) -> str:
    return environment.get_template(page.template).render(page.values, edition=EDITION, **more)


def _source(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise TemplateFault(f"byte 0x{content[error.start]:02X} is not UTF-8", name, 0) from error


def _fault(error: Exception, page: Page) -> TemplateFault:
    """What went wrong in a template, and the last line of one that was being rendered."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(str(error.message), error.name or page.template, error.lineno)
    if isinstance(error, TemplateNotFound):
        return TemplateFault(f"there is no template '{error.name}'", page.template, 0)
    lines = [
        (frame.f_code.co_filename.removeprefix(TEMPLATE_MARK), line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.startswith(TEMPLATE_MARK)
    ]
    if not lines and not isinstance(error, TemplateError):
        raise error  # not a template's fault: a bug of ours, which keeps its traceback
    template, line = lines[-1] if lines else (page.template, 0)
    return TemplateFault(f"{error} (on the page '{page.path}')", template, line)
