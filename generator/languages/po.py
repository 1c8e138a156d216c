"""Our own catalogues as they are read for a page: one of Babel takes 30 ms, which a site would wait for each time.

A catalogue is as `tools/messages.py` writes it. A test compares with what Babel reads.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_STRING = re.compile(r'^(?:(msgid|msgid_plural|msgstr(?:\[\d\])?) )?(".*")$', re.MULTILINE)
_PLURAL = re.compile(r"plural=(.+?);")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of a language."""

    plural: str  # the gettext expression that chooses a form
    messages: Mapping[str, tuple[str, ...]]  # English (of plurals, the singular) → the forms


def read_catalogue(text: str) -> Catalogue:
    """The catalogue of a .po file; of its messages, those that are translated wholly."""
    messages = {}
    plural = ""
    for block in text.split("\n\n"):
        if "#, fuzzy" in block:
            continue
        strings = dict(_strings(block))
        message = strings.pop("msgid", None)
        strings.pop("msgid_plural", None)
        forms = tuple(strings.values())
        if message == "":
            header = _PLURAL.search(forms[0])
            plural = header[1] if header else ""
        elif message is not None and all(forms):
            messages[message] = forms
    return Catalogue(plural, messages)


def _strings(block: str) -> Iterator[tuple[str, str]]:
    """Each keyword of an entry with its string, whose lines are joined."""
    keyword, pieces = "", ""
    for found in _STRING.finditer(block):
        if found[1]:
            if keyword:
                yield keyword, pieces
            keyword, pieces = found[1], ""
        pieces += json.loads(found[2])  # the escapes that Babel writes are JSON's, too
    if keyword:
        yield keyword, pieces
