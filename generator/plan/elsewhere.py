"""Links to where a source was published: to the quoted words in it, and to what is left if it is gone.

The words are found by a text fragment (WICG, Scroll to Text Fragment), which the browser looks for by itself; one that
does not know of it, or does not find them, opens the page at its top.
"""

import re
from urllib.parse import quote as percent_encoded

from generator.dates import Date
from generator.model.source import Source

OMISSION = re.compile(r"\[(?:…|\.\.\.)\]|…|\.\.\.(?!\.)")
CLAUSE = re.compile(r"(?<=[，。；：！？、])")  # the ends of those of a language without blanks
ENOUGH = 10  # words that are looked for as they stand; of more, the first and the last
ENDS = 5
TIMED = re.compile(r"/(\d{4})\.?([01]\d)\.?([0-3]\d)(?:[-.]?\d{6})?(?:[a-z]{2}_)?/")  # as addresses of archives are


def address_of_quote(url: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    """The address of the quoted words in what was published at an address."""
    has_omission = "…" in quote or "..." in quote
    pieces = [piece for row in OMISSION.split(quote) if (piece := row.strip())] if has_omission else [quote]
    if not pieces:
        return url
    first, last = _words(pieces[0]), _words(pieces[-1])
    if len(pieces) == 1 and len(first) <= ENOUGH:
        terms = [_escaped(pieces[0])]
    else:
        terms = [_escaped(_joined(first[:ENDS], pieces[0])), _escaped(_joined(last[-ENDS:], pieces[-1]))]
    if prefix:
        terms.insert(0, f"{_escaped(_joined(_words(prefix)[-ENDS:], prefix))}-")
    if suffix:
        terms.append(f"-{_escaped(_joined(_words(suffix)[:ENDS], suffix))}")
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(terms)}"


def day_of_copy(source: Source, as_of: int | None) -> str:
    """The day on which the stored copy was made, or else the source was read; '' where neither is known.

    It is for those who look for another copy when this one is gone (Robust Links).
    """
    found = TIMED.search(source.archived)
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31:
        return "-".join(found.groups())
    day = source.accessed
    return day.edtf if source.archived and day and _is_day(day, as_of) else ""


def _is_day(date: Date, as_of: int | None) -> bool:
    is_sure = date.kind == "single" and date.precision == "day" and not (date.approximate or date.uncertain)
    return is_sure and (as_of is None or (date.latest is not None and date.latest <= as_of))


def _words(text: str) -> list[str]:
    words = text.split()
    return words if len(words) > 1 or text.isascii() else [clause for clause in CLAUSE.split(text) if clause]


def _joined(words: list[str], text: str) -> str:
    return (" " if " " in text or "\n" in text else "").join(words)


def _escaped(text: str) -> str:
    """A hyphen would be taken for the sign of a prefix; commas and ampersands are always escaped."""
    return percent_encoded(" ".join(text.split()), safe="").replace("-", "%2D")
