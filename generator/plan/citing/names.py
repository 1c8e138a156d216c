"""Who wrote a source, as citations name people and bodies."""

from collections.abc import Sequence
from dataclasses import dataclass

OF_FIRMS = frozenset(("ag", "co", "corp", "gmbh", "inc", "llc", "ltd", "plc", "sa"))  # what a firm has behind its comma


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or any other name as it was written."""

    family: str  # the whole name, where `given` is ''
    given: str = ""


def names_of(text: str) -> tuple[Name, ...]:
    """The names in an author as written: parted by ';', and a person's turned, as in 'Smith, Julianne'.

    Nothing tells a person's name from a body's, so that one without a comma stays as it is, as does one in braces.
    """
    return tuple(_name(row.strip()) for row in text.split(";") if row.strip())


def _name(text: str) -> Name:
    if text.startswith("{") and text.endswith("}"):
        return Name(text[1:-1].strip())
    family, _, given = (part.strip() for part in text.partition(","))
    return Name(family, _spaced(given)) if _is_person(family, given) else Name(text)


def _is_person(family: str, given: str) -> bool:
    """Whether two words around a comma are a person's: not a ministry and its country, nor two people."""
    if not family or not given or "," in given or given.casefold().replace(".", "") in OF_FIRMS:
        return False
    words, others = len(family.split()), len(given.split())
    has_particle = family[0].islower()  # 'van der Berg'
    return (words == 1 and others <= 3) or (has_particle and words <= 4 and others <= 3) or (words, others) == (2, 1)


def apa_names(names: Sequence[Name]) -> str:
    """All of them, family name first, with initials; of more than twenty the first nineteen and the last."""
    told = [_with_initials(name) for name in names]
    if len(told) > 20:
        return f"{', '.join(told[:19])}, … {told[-1]}"
    return _joined(told, "&")


def chicago_names(names: Sequence[Name]) -> str:
    """The first with the family name before the others, the rest as they are said; of more than ten seven."""
    told = [f"{name.family}, {name.given}" if name.given else name.family for name in names[:1]]
    told += [f"{name.given} {name.family}".strip() for name in names[1:]]
    return ", ".join([*told[:7], "et al."]) if len(told) > 10 else _joined(told, "and")


def _joined(told: Sequence[str], last: str) -> str:
    return f"{', '.join(told[:-1])}, {last} {told[-1]}" if len(told) > 1 else "".join(told)


def _with_initials(name: Name) -> str:
    if not name.given:
        return name.family
    return f"{name.family}, {' '.join(map(_initial, name.given.split()))}"


def _spaced(given: str) -> str:
    """'J.K.' as 'J. K.', 'J.-P.' as it is."""
    return " ".join(given.replace(".", ". ").replace(". -", ".-").split())


def _initial(word: str) -> str:
    """A capital and a full stop; a script without capitals has no initials."""
    parts = word.replace(".", "").split("-")
    return "-".join(f"{part[0]}." if part[:1].isupper() else part for part in parts)
