"""The templates of a site, and what they may use."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from generator.languages import speech
from generator.model.text import Localised
from generator.plan.frame import SiteView
from generator.plan.views import DateView, EntryView
from generator.quotes import TAG
from generator.render.quick_code import make_quick
from generator.render.templates import Compile, Templates

DESCRIPTION = 200  # characters
LOOKED_AT = 1_200  # characters of HTML
FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # letters of Hebrew, Arabic and their like
OWN_DIRECTION, NO_ATTRIBUTE = Markup(' dir="auto"'), Markup("")
SPAN_JOINTS = (" – ", "–", "至")  # between the ends of a span, as `dates` puts them into words


def make_environment(
    templates: Mapping[str, str],
    language: str,
    compile_templates: Compile | None = None,
    *,
    names_lines: bool = False,
    is_quick: bool = False,
) -> Environment:
    """The environment for one language's pages. Whatever is missing is an error, whatever is text is escaped.

    It is slower where a fault is to name the right line of the right template. A quick one refuses some of what Jinja
    takes; so does one of compiled templates.
    """
    words = speech(language)
    loader = Templates(templates, None if names_lines else words, is_quick=is_quick)
    environment = Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.install_gettext_callables(words.say, words.count, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["dated"] = dated
    environment.filters["opening"] = opening
    environment.filters["before"] = before
    environment.filters["lang"] = language_of(language)
    environment.globals["entry_html"] = _entry_renderer(environment)
    environment.globals["head_html"] = _head_renderer(environment)
    if is_quick or compile_templates:
        make_quick(environment)
    if compile_templates:
        loader.take(compile_templates(language, lambda: loader.compiled(environment)))
    return environment


def dated(date: DateView) -> Markup:
    """A date in words: in `<time>` where HTML has a form for it, two for a span, else in `<span data-edtf>`."""
    if len(date.datetimes) == 1:
        return _time(date.datetimes[0], date.words)
    if len(date.datetimes) == 2:
        for joint in SPAN_JOINTS:
            first, found, last = date.words.partition(joint)
            if found and joint not in last:
                return _time(date.datetimes[0], first) + joint + _time(date.datetimes[1], last)
    return Markup(f'<span data-edtf="{escape(date.edtf)}">{escape(date.words)}</span>')  # noqa: S704  # escaped


def _time(machine: str, words: str) -> Markup:
    return Markup(f'<time datetime="{escape(machine)}">{escape(words)}</time>')  # noqa: S704  # escaped


def opening(html: str) -> str:
    """The first words of prose, as a description of its page. Only its beginning is looked at, however long it is."""
    beginning = html[:LOOKED_AT]
    text = "".join(TAG.split(beginning)[::2]).partition("<")[0]  # the last tag may be cut off
    words = " ".join(unescape(text).split())
    if len(words) <= DESCRIPTION:
        return words if len(beginning) == len(html) else f"{words}…"
    return f"{words[:DESCRIPTION].rpartition(' ')[0] or words[:DESCRIPTION]}…"  # Chinese has no blanks


def before(heading: Markup, title: Localised) -> Markup:
    """What stands in a page's title before the title of its site, which those who show a link to it name beside it."""
    return Markup(heading.removesuffix(f" – {escape(title.text)}"))  # noqa: S704  # a template has escaped it


def language_of(page_language: str) -> Callable[[Localised], Markup]:
    """A filter that gives the `lang` attribute of a text which is not in the page's language.

    A text that is given as in the page's language, and has another script than that, only finds its own direction.
    """
    is_odd = _has_none_from_the_right if speech(page_language).direction == "rtl" else _has_some_from_the_right

    def attribute(text: Localised) -> Markup:
        if text.language == page_language:
            return OWN_DIRECTION if is_odd(text.text) else NO_ATTRIBUTE
        return Markup(' lang="{}" dir="auto"').format(text.language)

    return attribute


def _has_some_from_the_right(text: str) -> bool:
    return not text.isascii() and FROM_THE_RIGHT.search(text) is not None


def _has_none_from_the_right(text: str) -> bool:
    return FROM_THE_RIGHT.search(text) is None and any(map(str.isalpha, text))


def _entry_renderer(environment: Environment) -> Callable[[EntryView], Markup]:
    """What renders an entry once, however many pages list it: its addresses do not depend on the page."""
    rendered: dict[str, Markup] = {}

    def entry_html(entry: EntryView) -> Markup:
        html = rendered.get(entry.id)
        if html is None:
            told = environment.get_template("parts/entry.html").render(entry=entry)
            html = rendered[entry.id] = Markup(told)  # noqa: S704  # the template has escaped it
        return html

    return entry_html


def _head_renderer(environment: Environment) -> Callable[[SiteView], Markup]:
    """What renders once what the heads of all pages of a site in one language share."""
    rendered: list[Markup] = []

    def head_html(site: SiteView) -> Markup:
        if not rendered:
            told = environment.get_template("parts/head.html").render(site=site)
            rendered.append(Markup(told))  # noqa: S704  # the template has escaped it
        return rendered[0]

    return head_html
