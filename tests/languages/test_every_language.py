"""The pages of a site in each language: nothing is left in English, and each leads to the same page in the others."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.build.site import build
from generator.check.options import Options
from generator.check.site import check
from generator.cli.shipped import shipped_templates, templates_folder
from generator.dates import parse_date
from generator.languages import LANGUAGE_NAMES, SHIPPED, speech
from generator.plan.frame import FramesView, Linked
from generator.plan.pages import plan_pages
from tests.languages.rich_site import rich_site
from tools.messages import interface_messages

BASE = "https://chronica.example/acta/"
PLACEHOLDER = re.compile(r"%\\\(\w+\\\)[sd]|%\(\w+\)[sd]")
DIGEST = re.compile(r"\b[0-9a-f]{8}\b")  # of the edition
FORMATS = "APA, BibTeX, CSL-JSON, RIS"  # which have one name in all languages
OTHERS = [language for language in SHIPPED if language != "en"]


class Reader(HTMLParser):
    """What a page says to its reader, its text and the attributes that are read out or shown, and where it leads."""

    def __init__(self, html):
        super().__init__()
        self.said, self.page, self.alternates, self.canonical = [], {}, {}, ""
        self.is_found = True  # by search engines
        self.is_in_english = False  # by its mark: references, which styles of English make
        self.feed(html)

    def handle_data(self, text):
        if self.cdata_elem is None and not self.is_in_english:  # what a script holds is said to programs
            self.said.append(" ".join(text.split()))

    def handle_endtag(self, tag):
        self.is_in_english = self.is_in_english and tag != "dd"

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.is_in_english = self.is_in_english or (tag == "dd" and given.get("lang") == "en")
        self.said += [value for name, value in attributes if name in ("aria-label", "title", "alt") and value]
        if tag == "html":
            self.page = given
        if tag == "link" and given["rel"] == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "link" and given["rel"] == "canonical":
            self.canonical = given["href"]
        if tag == "meta" and given.get("name") == "robots":
            self.is_found = "noindex" not in given["content"]


def pages_of(options=None):
    outcome = build(rich_site("en", *OTHERS), shipped_templates(), options or Options())
    assert [str(problem) for problem in outcome.problems if problem.severity == "error"] == []
    return {path: Reader(content.decode()) for path, content in outcome.files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages():
    """The pages of a site in all languages, by path."""
    return pages_of()


@pytest.fixture(scope="module")
def earlier_pages():
    """The same as known on a day."""
    return pages_of(Options(as_of=parse_date("2023-04-06").earliest))


def language_of(path):
    first = path.partition("/")[0]
    return first if first in SHIPPED else "en"


def said_in(language, *sites):
    """All that the pages in a language say, each text once."""
    return {
        DIGEST.sub("", text)
        for pages in sites
        for path, page in pages.items()
        if language_of(path) == language
        for text in page.said
    }


def forms(message):
    return (message,) if isinstance(message, str) else message


def english_of(language):
    """The English that pages in a language must not have: words and not signs, that differ from the language's own."""
    told = speech(language)
    return {
        form: re.compile(rf"(?<![A-Za-zÀ-ÿ]){PLACEHOLDER.sub('.+', re.escape(form))}(?![A-Za-zÀ-ÿ])")
        for message in interface_messages()
        for form in forms(message)
        if re.search(r"[A-Za-z]{2}", PLACEHOLDER.sub("", form))
        and form not in told.messages.get(forms(message)[0], (form,))
    }


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language, pages, earlier_pages):
    patterns = english_of(language)
    said = said_in(language, pages, earlier_pages)

    assert len(patterns) > 100
    assert {(text, form) for text in said for form, pattern in patterns.items() if pattern.search(text)} == set()


@pytest.mark.parametrize("language", ["ar", "ru", "zh"])
def test_no_latin_word_stands_in_another_script_but_the_author_s_and_the_names_of_languages(
    language, pages, earlier_pages
):
    word = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
    catalogue = speech(language).messages.values()
    known = {FORMATS, *LANGUAGE_NAMES.values(), *(form for told in catalogue for form in told)}
    known |= {content.decode() for content in rich_site(*SHIPPED).values()}
    allowed = {found for text in known for found in word.findall(PLACEHOLDER.sub("", text))}
    said = said_in(language, pages, earlier_pages)

    assert {(text, found) for text in said for found in word.findall(text) if found not in allowed} == set()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ar",
            [
                "\N{RIGHT-TO-LEFT MARK}4",
                "5 أبريل 2023",
                "قبل الحدث بـ3 أيام",
                "وديع",
                "المصادر يناقض بعضها بعضًا.",
                "جرى",
            ],
        ),
        ("es", ["4", "5 de abril de 2023", "3 días antes", "Depositario", "Las fuentes se contradicen.", "Tuvo lugar"]),
        ("fr", ["4", "5 avril 2023", "3 jours avant", "Dépositaire", "Les sources se contredisent.", "A eu lieu"]),
        (
            "ru",
            [
                "4",
                "5 апреля 2023",
                "за 3 дня до события",
                "Депозитарий",
                "Источники противоречат друг другу.",
                "Состоялось",
            ],
        ),
        ("zh", ["2023年4月4日", "5日", "早于事件3天", "保存人", "各来源相互矛盾。", "已举行"]),
    ],
)
def test_a_page_says_in_its_language_what_it_tells(language, words, pages):
    said = pages[f"{language}/events/concilium/index.html"].said

    for text in words:
        assert any(text in (each, each.lstrip("\u060c\u3001\uff0c ,"), *each.split("\xa0")) for each in said), text


def test_the_site_has_a_page_of_every_kind():
    site = check(rich_site("en", *OTHERS), Options()).site
    shipped = {path.name for path in Path(templates_folder()).glob("*.html")}

    assert site is not None
    linked = Linked(frames=FramesView("embed.css", "embed.js", "share.js", "overview.js", "earlier.js", "fragment.js"))
    assert {page.template for page in plan_pages(site, {}, linked)} == shipped - {"base.html", "audit.html"}


@pytest.mark.parametrize("language", OTHERS)
def test_english_that_is_left_would_be_found(language):
    patterns = english_of(language)

    assert patterns["Skip to the content"].search("Skip to the content")
    assert patterns["%(days)d days before"].search("1 April 2023, 3 days before")
    assert not patterns["Host"].search("Hostile")


def test_pages_name_their_language_and_direction(pages):
    assert {language_of(path): (page.page["lang"], page.page["dir"]) for path, page in pages.items()} == {
        language: (language, "rtl" if language == "ar" else "ltr") for language in SHIPPED
    }
    assert {page.page["lang"] for path, page in pages.items() if language_of(path) == "en"} == {"en"}


def test_every_page_leads_to_itself_in_every_language_and_each_of_those_leads_back(pages):
    by_address = {BASE + path.removesuffix("index.html"): path for path in pages}

    for address, path in by_address.items():
        if not pages[path].is_found:
            continue
        alternates = pages[path].alternates
        assert set(alternates) == {*SHIPPED}, path
        assert alternates[language_of(path)] == address
        for language, other in alternates.items():
            assert language_of(by_address[other]) == language
            assert pages[by_address[other]].alternates == alternates


def test_a_reader_chooses_a_language_by_its_own_name(pages):
    for path, page in pages.items():
        if "embed/" not in path:  # there the page around it chooses
            assert {*LANGUAGE_NAMES.values()} <= {*page.said}, path


def test_lists_are_in_the_order_of_letters_without_accents_or_case():
    names = ["Zürich", "Ångström", "álava", "Alba", "éire", "Erin"]
    files = {
        "site.yaml": b"title: x\nlanguages: [es]\n",
        "content/actors.yaml": "\n".join(f"- {{name: {name}}}" for name in names).encode(),
        "content/events/e.yaml": f"title: y\ndate: 2023\nactors: [{', '.join(names)}]\n".encode(),
    }
    listed = Reader(build(files, shipped_templates()).files["actors/index.html"].decode()).said

    assert [said for said in listed if said in names] == ["álava", "Alba", "Ångström", "éire", "Erin", "Zürich"]
