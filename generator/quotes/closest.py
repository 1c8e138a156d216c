"""The passage that an author who misquoted probably meant."""

from itertools import takewhile

from generator.quotes.fold import Folded, fold

LONGEST = 200  # characters shown
BEFORE_DIFFERENCE = 80  # of them shown ahead of the first difference, where not all can be
COMPARED = 2_000  # characters of a quote that are compared: aligning takes time by the product of the lengths
ALIKE = 60.0  # per cent; below it a passage only puzzles


def closest_passage(text: str | Folded, quote: str) -> str:
    """The folded passage most like the quote, on word borders, at most some 200 characters; '' where nothing is alike.

    Of a long passage, the part around the first difference is shown.
    """
    from rapidfuzz import fuzz  # imported late: only a mistake needs it

    words = (text if isinstance(text, Folded) else fold(text)).text.strip()
    quote = fold(quote).text.strip()[:COMPARED]
    if not quote or not words:
        return ""
    found = fuzz.partial_ratio_alignment(quote.lower(), _lower(words), score_cutoff=ALIKE)
    if not found:
        return ""
    start, end = (found.dest_start, found.dest_end) if len(quote) <= len(words) else (0, len(words))
    if end - start > LONGEST:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words[start:end], quote, strict=False)))
        start = min(start + max(0, same - BEFORE_DIFFERENCE), end - LONGEST)
        end = start + LONGEST
    return _on_word_borders(words, start, end)


def _lower(words: str) -> str:
    lower = words.lower()
    return lower if len(lower) == len(words) else words  # 'İ' becomes two characters


def _on_word_borders(words: str, start: int, end: int) -> str:
    """The stretch, grown to whole words where it is short and cut to whole words where it is long."""
    if end - start < LONGEST:
        start = words.rfind(" ", 0, start + 1) + 1
        border = words.find(" ", end)
        end = len(words) if border < 0 else border
    if end - start > LONGEST:
        end = start + LONGEST
    if start and words[start - 1] != " ":
        border = words.find(" ", start, end)
        start = border + 1 if border >= 0 else start
    if end < len(words) and words[end] != " ":
        border = words.rfind(" ", start, end)
        end = border if border > start else end
    return words[start:end].strip()
