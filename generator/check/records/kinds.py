"""The kinds of value that an author writes: types, each with a mark that says how it is read.

Every value arrives as text (or a list or a mapping of text), since YAML's own guesses surprise: `NO` is Norway. The
JSON Schema of each kind admits what an editor's YAML reader makes of the same text, a number for `2023` among it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from generator.dates.calendar import Calendar
from generator.model.vocabulary import ACTOR_KINDS, DENIED, PARTS, SOURCE_KINDS, STATUS
from generator.problems import did_you_mean

JsonSchema = dict[str, Any]
SCALAR = {"type": ["string", "number", "boolean"]}
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
YES = frozenset({"true", "yes", "on"})
NO = frozenset({"false", "no", "off"})


class WrongValue(ValueError):
    """A value that does not fit its field. `hint` says what to do; `keys` lead from the field to what is wrong."""

    def __init__(self, message: str, hint: str = "", keys: tuple[str | int, ...] = (), *, of_key: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.keys = keys
        self.of_key = of_key  # the last key itself is wrong, not what stands there


def read_word(value: object) -> str:
    """One line of text, as written."""
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, str):
        raise WrongValue("there is no text here", "write it, or leave it out")
    if isinstance(value, list):
        raise WrongValue("one text is expected here, not a list", "a text that begins with '[' or '-' needs quotes")
    raise WrongValue("one text is expected here, not fields", "a text with a colon and a blank in it needs quotes")


def read_words(value: object) -> Mapping[str, str]:
    """Text for people: the versions by language, a plain string under ''."""
    if not isinstance(value, dict):
        return {"": read_word(value)}
    if not value:
        raise WrongValue("there is no text here", "write it, or leave it out")
    for tag, text in value.items():
        if not LANGUAGE_TAG.fullmatch(tag):
            raise WrongValue(
                f"'{tag}' is not a language",
                "a code such as en, fr or zh-Hant; a text with a colon in it needs quotes",
                (tag,),
                of_key=True,
            )
        if isinstance(text, str) and not text.strip():
            raise WrongValue(f"the text in '{tag}' is empty", "leave the language out", (tag,))
        try:
            read_word(text)
        except WrongValue as error:
            raise WrongValue(str(error), error.hint, (tag,)) from None
    return value


def read_flag(value: object) -> bool:
    """Yes or no, in YAML's own words for them."""
    word = read_word(value).lower()
    if word in YES or word in NO:
        return word in YES
    raise WrongValue(f"'{value}' is neither true nor false", "write one of them")


def read_date_text(value: object) -> str:
    """A date as written. YAML reads `[..2023-04-01]` as a list: the text as written counts."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"[{value[0]}]"
    if not isinstance(value, str):
        raise WrongValue("a date is expected here", "as in 2023-04-04, 2023-04 or 2023-04-04/2023-04-05")
    return value.strip()


def read_list(value: object) -> object:
    """A list; one entry may stand without its dash."""
    return value if isinstance(value, list) else [value]


def read_number(value: object) -> int:
    """A whole number, not below zero."""
    word = read_word(value)
    if not re.fullmatch(r"[0-9]{1,12}", word):
        raise WrongValue(f"'{word}' is not a whole number", "digits only, as in 141")
    return int(word)


def read_degrees(value: object) -> float:
    """Degrees, as a decimal number."""
    word = read_word(value)
    if not re.fullmatch(r"[+-]?[0-9]{1,3}(\.[0-9]+)?", word):
        raise WrongValue(f"'{word}' is not a number of degrees", "as in 50.8796 or -77.04")
    return float(word)


def read_url(value: object) -> str:
    """A web address."""
    word = read_word(value).strip()
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", word, re.IGNORECASE):
        raise WrongValue(f"'{word}' is not a web address", "it begins with https://")
    return word


def read_base_url(value: object) -> str:
    """A web address to which others can be joined."""
    word = read_url(value)
    if "?" in word or "#" in word:
        raise WrongValue(f"'{word}' has a '?' or a '#' in it: no page can stand below it", "as in https://example.org/")
    return word


def read_country(value: object) -> str:
    """An ISO 3166-1 alpha-2 code, or 3166-2 for a part of a country."""
    word = read_word(value).upper()
    if not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", word):
        raise WrongValue(f"'{value}' is not a country code", "two letters of ISO 3166, as in BE")
    return word


def read_language(value: object) -> str:
    """A language's code."""
    word = read_word(value).strip()
    if not LANGUAGE_TAG.fullmatch(word):
        raise WrongValue(f"'{word}' is not the code of a language", "as in en, fr or zh-Hant")
    return word


def read_doi(value: object) -> str:
    """A digital object identifier, without the address at which it is looked up."""
    word = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", read_word(value).strip(), flags=re.IGNORECASE)
    if not re.fullmatch(r"10\.[0-9.]+/\S+", word):
        raise WrongValue(f"'{word}' is not a DOI", "as in 10.1000/182")
    return word


def read_answers(value: object) -> Mapping[str, str]:
    """The rules whose warnings are answered, each with the reason."""
    if not isinstance(value, dict):
        raise WrongValue("a rule and a reason are expected here", "as in {no-archive: the ministry keeps no copy}")
    for rule, reason in value.items():
        if not isinstance(reason, str) or not reason.strip():
            hint = f"give the reason, as in `{rule}: why the warning does not matter here`"
            raise WrongValue(f"there is no reason to accept '{rule}' here", hint, (rule,))
    return value


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What marks a value that one function reads. `schema` is the JSON Schema of what may be written."""

    read: Callable[[object], object]
    schema: JsonSchema


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What marks a value that is read before it is held against its type.

    `schema` makes the JSON Schema of what may be written from that of what it is read as.
    """

    read: Callable[[object], object]
    schema: Callable[[JsonSchema], JsonSchema]


def _described(schema: JsonSchema, description: str) -> JsonSchema:
    return {**schema, "description": description}


LANGUAGES_SCHEMA = {
    "type": "object",
    "additionalProperties": SCALAR,
    "propertyNames": {"pattern": f"^{LANGUAGE_TAG.pattern}$"},
}
Word = Annotated[str, Kind(read_word, SCALAR)]
WORDS_SCHEMA = {"anyOf": [SCALAR, LANGUAGES_SCHEMA]}
Words = Annotated[
    Mapping[str, str],
    Kind(read_words, _described(WORDS_SCHEMA, "Text for people, in one language or one for each: {en: …, fr: …}")),
]
Flag = Annotated[bool, Kind(read_flag, {"enum": [True, False, *sorted(YES | NO)]})]
DateText = Annotated[
    str,
    Kind(
        read_date_text,
        _described(
            {"type": ["string", "number", "array"]},
            "EDTF (ISO 8601-2), or words: 2023-04-04, 2023-04, 1949~, 4-5 April 2023",
        ),
    ),
]
Count = Annotated[int, Kind(read_number, {"type": "integer", "minimum": 0})]
Degrees = Annotated[float, Kind(read_degrees, {"type": "number"})]
Url = Annotated[str, Kind(read_url, {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})]
BaseUrl = Annotated[
    str,
    Kind(read_base_url, {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^?#]+$"}),
]
Country = Annotated[
    str,
    Kind(read_country, {"type": "string", "pattern": "^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$"}),
]
LanguageTag = Annotated[
    str,
    Kind(
        read_language,
        _described(
            {"type": "string", "pattern": f"^{LANGUAGE_TAG.pattern}$"}, "A language's code, as in en or zh-Hant"
        ),
    ),
]
Doi = Annotated[str, Kind(read_doi, {"type": "string"})]


Listed = Reading(read_list, lambda rows: {"anyOf": [rows["items"], rows, {"type": "null"}]})  # null: left empty
WORD_LIST_SCHEMA = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}
WordList = Annotated[
    tuple[Word, ...],
    Reading(read_list, lambda _: _described(WORD_LIST_SCHEMA, "A list; a single one may stand alone")),
]


def closed(words: tuple[str, ...], noun: str) -> Kind:
    """What marks a field that takes one word of a closed list."""

    def read(value: object) -> str:
        word = read_word(value).strip()
        if word not in words:
            raise WrongValue(f"'{word}' is not {noun}", did_you_mean(word, words))
        return word

    return Kind(read, {"enum": list(words)})


StatusWord = Annotated[str, closed(tuple(STATUS), "a status")]
ClaimedStatus = Annotated[str, closed((*STATUS, DENIED), "a status")]
PartWord = Annotated[str, closed(tuple(PARTS), "a part in an event")]
SourceKind = Annotated[str, closed(tuple(SOURCE_KINDS), "a kind of source")]
ActorKind = Annotated[str, closed(tuple(ACTOR_KINDS), "a kind of actor")]
CalendarWord = Annotated[Calendar, closed(("gregorian", "julian"), "a calendar that Dateline reads")]
Density = Annotated[str, closed(("comfortable", "compact"), "a density")]
Grouping = Annotated[str, closed(("together", "type", "actor", "topic", "place"), "a way to group the overview")]
SharePictures = Annotated[str, closed(("site", "events", "none"), "a choice of pictures")]
FieldHolder = Annotated[str, closed(("event", "source"), "an entry that takes fields of your own")]
FieldType = Annotated[str, closed(("text", "integer", "number", "boolean", "date"), "a type of field")]
Answers = Annotated[
    Mapping[str, str],
    Kind(
        read_answers,
        _described({"type": "object", "additionalProperties": SCALAR}, "Warnings answered, each with its reason"),
    ),
]
