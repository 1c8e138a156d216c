"""The interface speaks each language that ships, wholly and with nothing left over."""

import re
from collections import Counter
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from generator.languages import SHIPPED, speech
from generator.languages.catalogue import _rule
from generator.languages.po import read_catalogue
from tools.messages import CATALOGUES, HEADER, interface_messages, untranslated, updated

COUNT = re.compile(r"%\(\w+\)d")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
COUNTED = (0, 1, 2, 3, 10, 11, 99, 100, 103)
LANGUAGES = [language for language in SHIPPED if language != "en"]


def forms(message):
    return (message,) if isinstance(message, str) else tuple(message)


def catalogue_of(language):
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_interface_is_translated(language):
    missing = untranslated(catalogue_of(language))

    assert missing == (), f"{language}.po lacks {len(missing)} messages; `python -m tools.messages` adds them, empty"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_translated_that_the_interface_no_longer_uses(language):
    used = set(interface_messages())

    assert [message.id for message in catalogue_of(language) if message.id and message.id not in used] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders_of_its_message(language):
    rule = _rule(speech(language).plural)
    numbers = Counter(rule(number) for number in range(1000))
    differing = [
        (message.id, form)
        for message in catalogue_of(language)
        if message.id
        for index, form in enumerate(forms(message.string))
        if Counter(PLACEHOLDER.findall(form)) != Counter(PLACEHOLDER.findall(forms(message.id)[-1]))
        # A form for one number alone may say it in a word, as the Arabic dual does.
        and not (len(forms(message.string)) > 1 and numbers[index] == 1 and not COUNT.search(form))
    ]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_updated_catalogue_keeps_its_translations(language):
    catalogue = catalogue_of(language)
    before = {message.id: message.string for message in catalogue if message.id}

    assert {message.id: message.string for message in updated(catalogue) if message.id} == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_gets_the_messages_that_babel_reads(language):
    read = catalogue_of(language)
    told = {forms(message.id)[0]: forms(message.string) for message in read if message.id and message.string}

    assert speech(language).messages == told
    assert [_rule(speech(language).plural)(number) for number in range(200)] == [
        _rule(read.plural_expr)(number) for number in range(200)
    ]


def test_a_catalogue_is_read_as_babel_writes_it():
    written = Catalog("ru")
    long = "a long text, " * 20 + 'with "marks", a \\ and\na line'
    written.add(long, f"{long}.")
    written.add("without a translation")
    written.add("doubtful", "doubtful, too", flags=["fuzzy"])
    written.add(("%(n)d thing", "%(n)d things"), ("a", "b", "c"))
    written.add(("%(n)d part", "%(n)d parts"), ("a", "", "c"))
    file = BytesIO()
    write_po(file, written, width=60, omit_header=True)

    read = read_catalogue(HEADER.format(language="ru", plural=written.plural_forms) + file.getvalue().decode())

    assert read.messages == {long: (f"{long}.",), "%(n)d thing": ("a", "b", "c")}
    assert _rule(read.plural)(21) == 0


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


@pytest.mark.parametrize(
    ("language", "counted"),  # each number of COUNTED
    [
        ("ar", ["لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "10 أحداث", "11 حدثًا", "99 حدثًا", "100 حدث", "103 أحداث"]),
        (
            "es",
            ["0 acontecimientos", "1 acontecimiento", *(f"{n} acontecimientos" for n in COUNTED[2:])],
        ),
        ("fr", ["0 événement", "1 événement", *(f"{n} événements" for n in COUNTED[2:])]),
        (
            "ru",
            [
                *("0 событий", "1 событие", "2 события", "3 события", "10 событий"),
                *("11 событий", "99 событий", "100 событий", "103 события"),
            ],
        ),
        ("zh", [f"{n}个事件" for n in COUNTED]),
    ],
)
def test_each_language_counts_in_its_own_way(language, counted):
    told = speech(language)

    assert counted == [
        told.count("%(events)d event", "%(events)d events", number) % {"events": number} for number in COUNTED
    ]
