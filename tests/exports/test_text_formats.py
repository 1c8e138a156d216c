"""Formats of text, for what is hard to tell: signs that mean something, words from the right, and nothing at all."""

import csv
import io
import json
import re
from typing import get_args

import icalendar
import lxml.html
import markdown
import pypandoc
import pytest

from generator.build.formats import FORMATS as MADE
from generator.check.records.kinds import Grouping
from generator.cli.export_command import FORMATS, GROUPS
from generator.plan.lanes import TOGETHER, WAYS
from generator.reports.tex import SIGNS
from tests.conftest import ROOT
from tests.reports.exporting import exported
from tests.reports.sanitisers import JUPYTER, WORDPRESS
from tests.reports.six_languages import LANGUAGES, SITE
from tests.security.vectors import VECTORS

HARD = "=SUM(A1) \\input{x} $y_1$ & # % ~ ^ {z} <b>*c*</b> `d` [e](f) | \"g\" 'h' -- @i !j"
TITLES = {
    "en": "The council meets at the lake",
    "fr": "Le conseil se réunit au bord du lac : l’été",
    "es": "¿Se reúne el consejo junto al lago?",
    "ru": "Совет собирается у озера",
    "zh": "理事会在湖畔开会",
    "ar": "يجتمع المجلس عند البحيرة (NATO Council of the Lake) في مدينة Vilnius",
}


def site_of(words):
    """A site with these words as its title, and as a title, a quote, an actor, a place and a dispute of an event."""
    quoted = json.dumps(words)
    return {
        "site.yaml": f"title: {quoted}\ndescription: {quoted}\nlicence: {quoted}\nbase_url: https://a.example/\n".encode(),
        "content/articles/a.txt": f"date 2023-04-01 {words}\n".encode(),
        "content/events/e.yaml": (
            f"title: {quoted}\ndate: 2023-04-04\nactors: [{quoted}]\nplace: {quoted}\n"
            f"disputed: {quoted}\ntype: talks\nsources: [{{article: a, quote: {quoted}}}]\n"
        ).encode(),
    }


def words_in_markdown(content):
    return lxml.html.fromstring(
        markdown.markdown(content.decode(), extensions=["tables", "fenced_code"])
    ).text_content()


def words_in_latex(content):
    """Without what stands before the document, and with signs for what names them."""
    back = {written: sign for sign, written in SIGNS.items()}
    named = re.compile("|".join(re.escape(written) for written in sorted(back, key=len, reverse=True)))
    return named.sub(lambda found: back[found[0]], content.decode().partition(r"\begin{document}")[2])


def words_in_pandoc(content):
    page = pypandoc.convert_text(content.decode(), "html5", "json", extra_args=["--standalone", "--wrap=none"])
    return lxml.html.fromstring(page).text_content()


def words_in_fragment(content):
    return lxml.html.fromstring(content.decode()).text_content()


def words_in_csv(content):
    return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)


def words_in_json(content):
    return "\n".join(_strings(json.loads(content)))


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _strings(child)


def words_in_ics(content):
    return "\n".join(
        str(value) for event in icalendar.Calendar.from_ical(content).walk() for value in event.values() if value
    )


READ = {
    "md": words_in_markdown,
    "latex": words_in_latex,
    "pandoc-json": words_in_pandoc,
    "fragment": words_in_fragment,
    "csv": words_in_csv,
    "json": words_in_json,
    "ics": words_in_ics,
}


@pytest.mark.parametrize("form", READ)
def test_signs_that_mean_something_to_a_format_are_words_in_it(form):
    words = READ[form](exported(site_of(HARD), form))

    assert words.count(HARD) >= {"csv": 3, "json": 5, "ics": 1}.get(form, 8)


def test_what_attackers_write_is_words_in_a_fragment():
    written = re.sub(r"[\s\x00-\x1f\ufeff\u2066-\u2069]+", " ", " ".join(VECTORS.values())).strip()

    content = exported(site_of(written), "fragment")

    page = lxml.html.fromstring(content.decode())
    assert {node.tag for node in page.iter()} <= WORDPRESS.tags & JUPYTER.tags
    given = {name for node in page.iter() for name in node.attrib}
    assert given <= {"lang", "dir", "id", "style", "value", "href", "rel"}
    assert all(address.startswith(("https://a.example/", "#")) for address in page.xpath(".//@href"))
    assert page.text_content().count(written) >= 7


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", READ)
def test_each_language_is_told_whole_in_each_format(form, language):
    words = READ[form](exported(SITE, form, language))
    words = re.sub(r"\\foreignlanguage\{\w+\}\{([^{}]*)\}", r"\1", words) if form == "latex" else words

    assert TITLES[language] in words.replace("\u00a0", " ")
    if form not in ("ics", "csv"):
        assert "Совет соберётся у озера 4 апреля." in words
        assert "理事会将于4月4日在湖畔开会，讨论渡轮问题。" in words


def test_documents_from_the_right_say_so():
    assert exported(SITE, "fragment", "ar").startswith(b'<article lang="ar" dir="rtl">')
    assert b"\\babelprovide[import,main]{arabic}" in exported(SITE, "latex", "ar")
    assert json.loads(exported(SITE, "pandoc-json", "ar"))["meta"]["dir"]["c"] == "rtl"


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "png"])
def test_a_choice_that_leaves_nothing_writes_nothing_and_says_what_there_is(site, form):
    ended = site.run("export", form, str(site.root), "--from", "2090", "-o", "report")

    assert (ended.code, ended.stdout) == (2, "")
    assert "no event meets all of this" in ended.stderr
    assert "ask for less: there is one event, of 4–5 April 2023" in ended.stderr
    assert not (site.root / "report").exists()


def test_a_fragment_for_a_mail_leads_to_the_site(site):
    shown = site.run("export", "fragment", str(site.root), "--for", "mail", "--base-url", "https://a.example/")

    assert shown.code == 0
    assert 'href="https://a.example/"' in shown.stdout
    assert " id=" not in shown.stdout


@pytest.mark.parametrize(
    ("form", "option", "value", "message"),
    [
        ("md", "--for", "mail", "it goes with fragment, not with md"),
        ("html", "--heading", "2", "it goes with md and fragment, not with html"),
        ("csv", "--width", "640", "it goes with svg, png and fragment, not with csv"),
        ("svg", "--dpi", "300", "it goes with png, docx, pptx and pdf, not with svg"),
    ],
)
def test_an_option_that_a_format_would_leave_aside_is_refused(site, form, option, value, message):
    ended = site.run("export", form, str(site.root), option, value)

    assert (ended.code, ended.stdout) == (2, "")
    assert message in " ".join(ended.stderr.split())
    assert option in ended.stderr


def test_the_command_names_the_formats_that_there_are():
    assert set(FORMATS) == set(MADE)


def test_all_who_name_the_ways_to_group_name_the_same():
    ways = [TOGETHER, *WAYS]

    assert list(GROUPS) == ways
    assert [kind.schema for kind in get_args(Grouping)[1:]] == [{"enum": ways}]
    assert f"GROUPS = {json.dumps(ways)};" in (ROOT / "templates/embed/element.js").read_text(encoding="utf-8")


def test_what_no_mail_can_hold_is_told_as_it_is(site):
    site.write("site.yaml", f"title: Long\ndescription: {'x' * 100_000}\n")

    ended = site.run("export", "fragment", str(site.root), "--for", "mail")

    assert (ended.code, ended.stdout) == (2, "")
    assert "more than a mail may hold, 100 kB" in ended.stderr
    assert "shorten the site's description or its notice" in ended.stderr
