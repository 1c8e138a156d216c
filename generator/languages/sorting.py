"""Names in the order in which a list shows them."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65_536)
def sort_key(name: str) -> str:
    """What a name is sorted by: its case-folded NFKD form, without accents first and with them where that is a tie."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return f"{bare}\0{decomposed}"


def first_letter(name: str) -> str:
    """The letter under which a name stands in a list: bare and upper case. '' where it begins with none.

    An ideograph is no letter: there would be as many as there are names.
    """
    bare = sort_key(name)[:1]
    is_letter = unicodedata.category(bare or "0")[0] == "L" and "IDEOGRAPH" not in unicodedata.name(bare, "")
    return bare.upper()[:1] if is_letter else ""


def search_key(text: str) -> str:
    """A text as it is searched: lower case without accents, as the script folds what a reader types."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M").lower().replace("ς", "σ")
