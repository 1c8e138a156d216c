"""Bring the catalogues up to date: each gets every message of the interface, and keeps none that is no longer used.

What has no translation yet is left empty, is listed, and makes a test fail.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.model.vocabulary import ACTOR_KINDS, PARTS, SOURCE_KINDS, STATUSES, TYPES

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "generator" / "languages"
TEMPLATE = {"_": None, "gettext": None, "ngettext": (1, 2)}
PYTHON = {"say": None, "_say": None, "count": (1, 2)}
HEADER = """# Dateline's interface; the English stands in the sources.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
Message = str | tuple[str, str]  # the English, or its singular and plural


def interface_messages() -> tuple[Message, ...]:
    """Every message that templates, planning, reports and vocabularies put before a reader, each once."""
    templates = sorted((ROOT / "templates").rglob("*.html"))
    modules = [path for room in ("plan", "reports") for path in sorted((ROOT / "generator" / room).glob("*.py"))]
    found = [message for path in templates for message in _in_file(path, "jinja2.ext:babel_extract", TEMPLATE)]
    found += [message for path in modules for message in _in_file(path, "python", PYTHON)]
    return tuple(dict.fromkeys([*found, *_in_vocabularies()]))


def _in_file(path: Path, method: str, keywords: Mapping[str, tuple[int, ...] | None]) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, message, _, _ in extract(method, file, keywords):
            yield message if isinstance(message, str) else (message[0], message[1])


def _in_vocabularies() -> Iterator[str]:
    for status in STATUSES:
        yield status.label
        yield status.means
    for labels in (PARTS, SOURCE_KINDS, ACTOR_KINDS):
        yield from labels.values()
    for kind in TYPES:
        yield kind.shipped_label
        yield kind.held_label


def updated(catalogue: Catalog) -> Catalog:
    """The catalogue with the messages of today and the translations that it has of them."""
    new = Catalog(catalogue.locale)
    for message in interface_messages():
        known = catalogue.get(message)
        new.add(message, known.string if known else None)
    return new


def untranslated(catalogue: Catalog) -> tuple[Message, ...]:
    """The messages of the interface that a catalogue does not have wholly."""
    told = {message.id: message.string for message in catalogue if message.id and not message.fuzzy}
    return tuple(message for message in interface_messages() if not _is_whole(told.get(message) or ""))


def _is_whole(string: str | tuple[str, ...] | list[str]) -> bool:
    return all((string,) if isinstance(string, str) else string)


def main() -> None:
    """Update every catalogue in its place, and list what each lacks."""
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            known = read_po(file, locale=path.stem)
        catalogue = updated(known)
        header = HEADER.format(language=path.stem, plural=known.plural_forms)  # Babel's own for Arabic is wrong
        with path.open("wb") as file:
            file.write(header.encode())
            write_po(file, catalogue, width=120, omit_header=True)
        for message in untranslated(catalogue):
            print(f"{path.stem}: {message if isinstance(message, str) else message[0]}")


if __name__ == "__main__":
    main()
