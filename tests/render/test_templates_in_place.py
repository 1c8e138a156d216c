"""Templates with their parts put in place give what they give by themselves."""

import marshal

import pytest

from generator.build.site import build, prepare
from generator.render.environment import make_environment, opening
from tests.conftest import ROOT

SHIPPED = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_bytes()
    for path in (ROOT / "templates").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}


def rendered(templates, language="en", *, names_lines, **values):
    environment = make_environment(templates, language, names_lines=names_lines)
    return environment.get_template("page.html").render(values)


@pytest.mark.parametrize(
    "templates",
    [
        {"page.html": "{% for x in xs %}{% include 'p.html' %}{% endfor %}", "p.html": "{{ x }}<&"},
        {"page.html": "{% set a = 1 %}{% include 'p.html' %}{{ a }}", "p.html": "{% set a = 2 %}{{ a }}"},
        {
            "page.html": "{% with n = 3 %}{% include 'p.html' %}{% endwith %}",
            "p.html": "{{ n }}{% if n %}{% with n = n - 1 %}{% include 'p.html' %}{% endwith %}{% endif %}",
        },
        {
            "page.html": "{% extends 'b.html' %}{% block m %}{% include 'p.html' %}{% endblock %}",
            "b.html": "[{% block m %}{% endblock %}]",
            "p.html": "{{ xs|join }}",
        },
        {"page.html": "{% include 'p.html' ignore missing %}{{ _('Edition %(digest)s', digest='<') }}"},
        {"page.html": "{% include 'p.html' without context %}", "p.html": "{{ _('Sources') }}"},
        {"page.html": "{% include 'p.html' %}", "p.html": "{% macro m(x) %}({{ x }}){% endmacro %}{{ m('<') }}"},
    ],
    ids=["in a loop", "its own names", "of itself", "in a block", "words", "alone", "macros"],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_parts_that_are_put_in_place_say_what_they_say_by_themselves(templates, language):
    given = {"xs": ["<b>", "c"]}

    assert rendered(templates, language, names_lines=False, **given) == rendered(
        templates, language, names_lines=True, **given
    )


def test_a_site_is_the_same_from_templates_that_were_compiled_before():
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.*")}
    sources["site.yaml"] = (ROOT / "site.yaml").read_bytes()
    code: dict[str, bytes] = {}

    def compile_once(language, compile_anew):
        return code.setdefault(language, compile_anew())

    first = dict(prepare(sources, SHIPPED, compile_templates=compile_once).files)
    again = dict(prepare(sources, SHIPPED, compile_templates=compile_once).files)

    assert sorted(code) == ["en", "fr"]
    assert "event.html" in marshal.loads(code["fr"])
    assert first == again == dict(build(sources, SHIPPED).files)


def test_a_site_with_templates_of_its_own_takes_none_that_were_compiled_before():
    def never(language, compile_anew):
        raise AssertionError(language)

    sources = {"site.yaml": b"title: Talks\n", "templates/404.html": b"{{ site.title.text }}: nothing here"}

    assert dict(prepare(sources, SHIPPED, compile_templates=never).files)["404.html"] == b"Talks: nothing here"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Talks &amp; more</p>\n<p>held</p>", "Talks & more held"),
        ('<p><a title="a > b" href="x">Talks</a></p>', "Talks"),
        ("", ""),
    ],
)
def test_a_short_text_is_its_own_description(html, words):
    assert opening(html) == words


def test_a_description_ends_after_a_whole_word_and_never_inside_a_tag():
    assert opening(f"<p>{'word ' * 60}</p>") == f"{'word ' * 39}word…"
    assert opening(f"<p>Held. {'<a href=&quot;x&quot;>' * 200}</p>") == "Held.…"
