"""The interface speaks each language that ships, wholly and with nothing left over."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.build.site import build
from generator.languages import SHIPPED, speech
from tools.messages import CATALOGUES, interface_messages, updated

TEMPLATES = Path(__file__).parents[2] / "templates"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
LANGUAGES = [language for language in SHIPPED if language != "en"]


def forms(message):
    return (message,) if isinstance(message, str) else tuple(message)


def catalogue_of(language):
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_interface_is_translated(language):
    catalogue = catalogue_of(language)
    told = {message.id: message.string for message in catalogue if message.string and all(forms(message.string))}

    assert [message for message in interface_messages() if message not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_translated_that_the_interface_no_longer_uses(language):
    used = set(interface_messages())

    assert [message.id for message in catalogue_of(language) if message.id and message.id not in used] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders_of_its_message(language):
    differing = [
        (message.id, form)
        for message in catalogue_of(language)
        if message.id
        for form in forms(message.string)
        if Counter(PLACEHOLDER.findall(form)) != Counter(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_updated_catalogue_keeps_its_translations(language):
    catalogue = catalogue_of(language)
    before = {message.id: message.string for message in catalogue if message.id}

    assert {message.id: message.string for message in updated(catalogue) if message.id} == before


def test_what_is_read_from_templates_and_modules_holds_the_known_and_no_code():
    messages = interface_messages()

    assert {"Skip to the content", "Planned", "the date is fixed", "Voted for", "Treaty", "Summit", "Denied"} <= {
        *messages
    }
    assert ("%(days)d day before", "%(days)d days before") in messages
    assert [message for message in messages if "\n" in forms(message)[0] or "<" in forms(message)[0]] == []


def test_french_keeps_a_high_sign_to_the_word_before_it():
    loose = re.compile(r" [;:!?»]|« |\w[;:!?](?!\w|//)")

    strings = [form for message in catalogue_of("fr") if message.id for form in forms(message.string)]
    assert [form for form in strings if loose.search(form)] == []


def test_french_counts_nought_as_one():
    french = speech("fr")

    assert french.count("%(days)d day before", "%(days)d days before", 0) == "%(days)d jour avant"
    assert french.count("%(days)d day before", "%(days)d days before", 2) == "%(days)d jours avant"


class Words(HTMLParser):
    """What a page says to its reader: its text, and the attributes that are read out or shown."""

    def __init__(self, html):
        super().__init__()
        self.said = []
        self.feed(html)

    def handle_data(self, text):
        if self.cdata_elem is None:  # what a script holds is said to programs
            self.said.append(" ".join(text.split()))

    def handle_starttag(self, _tag, attributes):
        self.said += [value for name, value in attributes if name in ("aria-label", "title", "alt") and value]


SOURCES = {
    "site.yaml": """
        title: L’OTAN et l’Inde
        languages: [fr]
        licence: Domaine public
        topics: {alliance: L’alliance}
        periods: [{name: Le printemps, date: 2023-21}]
        """,
    "content/actors.yaml": """
        - {id: otan, name: OTAN, kind: organisation, url: 'https://otan.example/', same_as: ['https://autre.example/']}
        - id: finlande
          name: Finlande
          kind: state
          iso: FI
          names: [{name: Suomi, until: 1990}]
          member_of: [{actor: otan, from: 2023-04-04}]
        """,
    "content/places.yaml": "- {id: bruxelles, name: Bruxelles, country: BE, latitude: 50.85, longitude: 4.35}",
    "content/articles/annonce.md": """
        ---
        date: 2023-04-01
        publisher: Le Quotidien
        author: A. Dupont
        relies_on: Une agence
        kind: news
        url: https://quotidien.example/1
        archived: https://archives.example/1
        accessed: 2023-04-02
        released: 2023-04-02
        ---
        Les ministres se réuniront les 4 et 5 avril à Bruxelles.
        """,
    "content/pages/methode.md": """
        ---
        title: Méthode
        ---
        Comment ce dossier est fait.
        """,
    "content/events/tout.yaml": """
        id: reunion
        aliases: [ancienne]
        title: Réunion des ministres
        date: 2023-04-04/2023-04-05
        date_note: selon le texte
        type: ministerial
        place: bruxelles
        key: true
        disputed: deux récits
        actors: [otan, {actor: finlande, part: host}, {actor: Suède, part: absent}]
        topics: [alliance]
        summary: Deux jours au siège.
        note: Un mot de plus.
        part_of: reunions
        related: [appel]
        supersedes: appel
        updated: 2023-04-06
        corrections: [{date: 2023-04-06, what: le lieu était faux, why: une coquille}]
        documents:
          - kind: résolution
            title: Texte
            archived: https://archives.example/2
            vote: {for: 1, against: 2, abstained: 3, absent: 4}
        media: [{url: 'https://video.example/'}]
        sources:
          - article: annonce
            quote: Les ministres se réuniront les 4 et 5 avril
            according_to: Un porte-parole
            says: {date: 2023-04-04/2023-04-05, status: planned}
          - {title: Démenti officiel, symbol: Q/1, date: 2023-04-06, says: {status: denied, place: Oslo}}
          - {title: Compte rendu, date: 2023-04-07, says: {status: held}}
        ---
        {id: reunions, title: Série de réunions, type: talks}
        ---
        {id: appel, title: Appel du siècle, date: 19XX, status: reported}
        ---
        {id: sommet, title: Rendez-vous, date: 2023-03-02, status: planned, type: summit}
        ---
        {id: guerre, title: Conflit, date: 2022-02-24/.., type: force}
        """,
}


@pytest.fixture(scope="module")
def french_pages():
    """The pages of a small site in French that uses all that pages tell."""
    sources = {path: dedented(text).encode() for path, text in SOURCES.items()}
    shipped = {path.relative_to(TEMPLATES).as_posix(): path.read_bytes() for path in TEMPLATES.rglob("*.*")}
    outcome = build(sources, shipped)
    assert [str(problem) for problem in outcome.problems if problem.severity == "error"] == []
    return {path: content.decode() for path, content in outcome.files.items() if path.endswith(".html")}


def dedented(text):
    lines = text.strip("\n").splitlines()
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] for line in lines).rstrip() + "\n"


def test_a_site_in_french_says_nothing_in_english(french_pages):
    french = speech("fr")
    english = [
        form
        for message in interface_messages()
        for form in forms(message)
        if french.say(forms(message)[0]) != forms(message)[0]
    ]
    patterns = {form: re.compile(rf"(?<!\w){PLACEHOLDER.sub('.+', re.escape(form))}(?!\w)") for form in english}
    found = {
        (path, form)
        for path, html in french_pages.items()
        for said in Words(html).said
        for form, pattern in patterns.items()
        if pattern.search(said)
    }

    assert found == set()


def test_a_site_in_french_says_what_it_tells_in_french(french_pages):
    event = french_pages["events/reunion/index.html"]

    for words in (
        "Aller au contenu",
        "3 jours avant",
        "Note de la rédaction",
        "Les sources se contredisent",
        "A eu lieu",
    ):
        assert words in event
    assert '<html lang="fr"' in event
