"""Ids: what entries are called in addresses and in each other's files."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 180  # bytes of UTF-8; file systems stop at 255
REFUSED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM" or unicodedata.category(character) == "Nd"


@lru_cache(maxsize=65_536)
def as_slug(text: str) -> str:
    """The text as an id: lower case, with every other character a hyphen. '' where nothing is left."""
    lowered = unicodedata.normalize("NFC", text.lower())
    kept = "".join(c if _is_letter(c) else "-" for c in lowered)
    slug = shortened(re.sub(r"-+", "-", kept).strip("-"), LONGEST)
    return f"{slug}-" if slug in REFUSED else slug


def shortened(slug: str, most: int) -> str:
    """A slug in no more than so many bytes of UTF-8, cut between two words unless that leaves too little."""
    data = slug.encode()
    if len(data) <= most:
        return slug
    kept = data[:most].decode(errors="ignore")
    words = kept.rpartition("-")[0]
    return (kept if data[most:].startswith(b"-") or len(words) * 2 < len(kept) else words).rstrip("-")


def normal_id(text: str) -> str:
    """An id in the one form in which it is kept (Unicode NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A name or an id as it is compared: NFC, case folded, white space as one blank."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())


@lru_cache(maxsize=65_536)
def fault_of_id(text: str) -> str:
    """Why the text cannot be an id, or ''."""
    if not text:
        return "an id cannot be empty"
    wrong = next((c for c in text if not _is_letter(c) and c not in "-_"), "")
    if wrong:
        shown = "a blank" if wrong == " " else f"'{wrong}'"
        return f"the id '{text}' has {shown} in it: letters, digits, hyphens and underscores are allowed"
    if text.casefold() in REFUSED:
        return f"the id '{text}' is a name that Windows keeps for itself"
    if len(text.encode()) > LONGEST:
        return f"the id '{text[:40]}…' is longer than {LONGEST} bytes"
    return ""
