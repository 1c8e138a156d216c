"""The templates of a site, and what they may use."""

from collections.abc import Callable, Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from generator.languages import speech
from generator.model.text import Localised
from generator.plan.views import DateView, EntryView

DASHES = (" – ", "–")
TEMPLATE_MARK = "template:"  # stands before a template's name in tracebacks, where a file's path would stand


def make_environment(templates: Mapping[str, str], language: str) -> Environment:
    """The environment for the pages of one language. Whatever is missing is an error, and whatever is text is escaped."""
    words = speech(language)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = templates.get(name)
        return (source, f"{TEMPLATE_MARK}{name}", lambda: True) if source is not None else None

    environment = Environment(
        loader=FunctionLoader(load),
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
    environment.filters["lang"] = language_of(language)
    environment.globals["entry_html"] = _entry_renderer(environment)
    return environment


def dated(date: DateView) -> Markup:
    """A date in words, as `<time>` where HTML has a form for it: two of them for a span, `<span data-edtf>` for the rest."""
    if len(date.datetimes) == 1:
        return Markup('<time datetime="{}">{}</time>').format(date.datetimes[0], date.words)
    if len(date.datetimes) == 2:
        for dash in DASHES:
            first, found, last = date.words.partition(dash)
            if found and dash not in last:
                pattern = '<time datetime="{}">{}</time>{}<time datetime="{}">{}</time>'
                return Markup(pattern).format(date.datetimes[0], first, dash, date.datetimes[1], last)
    return Markup('<span data-edtf="{}">{}</span>').format(date.edtf, date.words)


def language_of(page_language: str) -> Callable[[Localised], Markup]:
    """A filter that gives the `lang` attribute of a text which is not in the page's language, else nothing."""

    def attribute(text: Localised) -> Markup:
        if text.language == page_language:
            return Markup("")
        return Markup(' lang="{}" dir="auto"').format(text.language)

    return attribute


def _entry_renderer(environment: Environment) -> Callable[[EntryView], Markup]:
    """What renders an entry once, however many pages list it: its addresses do not depend on the page."""
    rendered: dict[str, Markup] = {}

    def entry_html(entry: EntryView) -> Markup:
        html = rendered.get(entry.id)
        if html is None:
            html = rendered[entry.id] = Markup(environment.get_template("parts/entry.html").render(entry=entry))
        return html

    return entry_html
