"""Quick code of templates gives what Jinja's own code gives, and no page of ours needs Jinja's."""

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from generator.build.site import build, prepare
from generator.render.environment import make_environment
from generator.render.pages import PageRenderer
from generator.render.quick_code import text_of
from tests.conftest import ROOT
from tests.render.test_templates_in_place import SHIPPED


@dataclass(frozen=True)
class Thing:
    name: object
    inner: "Thing | None" = None


THING = Thing("<b>", Thing(Markup("<i>")))


def rendered(template, *, quick, **values):
    compile_now = (lambda _, anew: anew()) if quick else None
    environment = make_environment(
        {"base.html": "[{% block m %}{% endblock %}]", "page.html": template}, "en", compile_now
    )
    return environment.get_template("page.html").render(values)


@pytest.mark.parametrize(
    "template",
    [
        "{{ thing.name }}{{ thing.inner.name }}<p>{{ 3 }}{{ none }}{{ '&' }}{{ thing.name|safe }}</p>",
        "{% for x in things %}{{ loop.index }}{{ x.name }}{% if not loop.last %}, {% endif %}{% else %}-{% endfor %}",
        "{% extends 'base.html' %}{% block m %}{{ super() }}{{ thing.name }}, {{ thing.inner.name }}{% endblock %}",
        "{% set said %}{{ thing.name }} and {{ thing.name }}{% endset %}{{ said }}{{ said|upper }}",
        "{% macro m(x) %}({{ x.name }}){% endmacro %}{{ m(thing) }}{% filter upper %}a{{ thing.name }}{% endfilter %}",
        "{% autoescape false %}{{ thing.name }}{% endautoescape %}{{ thing.name ~ thing.inner.name }}",
        "{{ _('Edition %(digest)s', digest=thing.name) }}{% include 'none.html' ignore missing %}",
    ],
    ids=["values", "loops", "blocks", "sets", "macros", "unescaped", "words"],
)
def test_it_gives_the_same(template):
    given = {"thing": THING, "things": [THING, THING], "none": None}

    assert rendered(template, quick=True, **given) == rendered(template, quick=False, **given)


@pytest.mark.parametrize("value", ["<&>\"'", "", Markup("<b>"), 3, 1.5, None, True, ["<"]], ids=repr)
def test_text_is_escaped_alike(value):
    assert text_of(value) == str(escape(value))


@pytest.mark.parametrize("template", ["{{ thing.other }}", "{{ row.name }}", "{{ nothing }}", "{{ nothing.name }}"])
def test_what_is_not_there_is_an_error_in_it_too(template):
    with pytest.raises((AttributeError, UndefinedError)):
        rendered(template, quick=True, thing=THING, row={"name": "an item"})


def test_no_page_of_ours_needs_other_code(monkeypatch):
    again = []
    anew = PageRenderer._render_with_lines

    def seen(self, page, more):
        again.append(page.path)
        return anew(self, page, more)

    monkeypatch.setattr(PageRenderer, "_render_with_lines", seen)
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.*")}
    sources["site.yaml"] = (ROOT / "site.yaml").read_bytes()

    quick = dict(prepare(sources, SHIPPED, compile_templates=lambda _, compile_anew: compile_anew()).files)

    assert again == []
    assert quick == dict(prepare(sources, SHIPPED).files)


def environments_made(monkeypatch):
    """How each environment is made from now on."""
    made = []

    def make(*given, **named):
        made.append(named)
        return make_environment(*given, **named)

    monkeypatch.setattr("generator.render.pages.make_environment", make)
    return made


OWN = {
    "a dict's item": b"{% set row = {'name': 'R'} %}<p>{{ row.name }} {{ here }}</p>",
    "what may be missing": b"<p>{{ site.motto|default('none') }} {{ here }}</p>",
}


@pytest.mark.parametrize("template", OWN.values(), ids=OWN)
def test_templates_of_the_site_that_need_other_code_are_made_once_more_for_all_pages(template, monkeypatch):
    made = environments_made(monkeypatch)
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.*")}
    sources["site.yaml"] = (ROOT / "site.yaml").read_bytes()
    sources["templates/event.html"] = template

    files = build(sources, SHIPPED).files

    assert sorted(named["is_quick"] for named in made) == [False, False, True, True]  # in two languages
    shown = [content for path, content in files.items() if path.startswith("events/") and path.endswith(".html")]
    assert len(shown) > 1
    assert all(content.startswith((b"<p>R ", b"<p>none ")) for content in shown)


def test_a_template_that_quick_code_takes_is_made_once(monkeypatch):
    made = environments_made(monkeypatch)
    sources = {"site.yaml": b"title: A", "templates/404.html": b"{% if site %}{{ site.title }}{% endif %}"}

    assert build(sources, SHIPPED).files["404.html"] == b"A"
    assert [named["is_quick"] for named in made] == [True]
