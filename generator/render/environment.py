"""The templates of a site, and what they may use."""

from collections.abc import Callable, Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from generator.languages import speech
from generator.model.text import Localised
from generator.plan.views import DateView, EntryView

TIME = Markup('<time datetime="{}">{}</time>')
DASHES = (" – ", "–")
TEMPLATE_MARK = "template:"  # stands before a template's name in tracebacks, where a file's path would stand


def make_environment(templates: Mapping[str, str], language: str) -> Environment:
    """The environment for one language's pages. Whatever is missing is an error, whatever is text is escaped."""
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
    """A date in words: in `<time>` where HTML has a form for it, two for a span, else in `<span data-edtf>`."""
    if len(date.datetimes) == 1:
        return TIME.format(date.datetimes[0], date.words)
    if len(date.datetimes) == 2:
        for dash in DASHES:
            first, found, last = date.words.partition(dash)
            if found and dash not in last:
                return TIME.format(date.datetimes[0], first) + dash + TIME.format(date.datetimes[1], last)
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
            told = environment.get_template("parts/entry.html").render(entry=entry)
            html = rendered[entry.id] = Markup(told)  # noqa: S704  # the template has escaped it
        return html

    return entry_html
