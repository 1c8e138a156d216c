"""The passage that an author who misquoted probably meant."""

from itertools import takewhile

from generator.quotes.fold import Folded, fold

LONGEST = 200  # characters shown
BEFORE_DIFFERENCE = 80  # of them shown ahead of the first difference, where not all can be
COMPARED = 2_000  # characters of a quote that are compared: aligning takes time by the product of the lengths
AS_ALIKE = 2  # characters by which two windows may differ more, and count as equally like
ALIKE = 60.0  # per cent; below it a passage only puzzles


def closest_passage(text: str | Folded, quote: str) -> str:
    """The folded passage most like the quote, on word borders, at most some 200 characters; '' where nothing is alike.

    Of a long passage, the part around the first difference is shown.
    """
    from rapidfuzz import fuzz  # imported late: only a mistake needs it

    words = (text if isinstance(text, Folded) else fold(text)).text.strip()
    quote = fold(quote).text.strip()
    if not quote or not words:
        return ""
    quote = quote[_shared_beginning(words, quote) :] if len(quote) > COMPARED else quote
    quote = quote[:COMPARED]
    lower = _lower(words)
    found = fuzz.partial_ratio_alignment(quote.lower(), lower, score_cutoff=ALIKE)
    if not found:
        return ""
    start, end = (found.dest_start, found.dest_end) if len(quote) <= len(words) else (0, len(words))
    start, end = _fitted(lower, quote.lower(), start, end)
    if end - start > LONGEST:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words[start:end], quote, strict=False)))
        start = min(start + max(0, same - BEFORE_DIFFERENCE), end - LONGEST)
        end = start + LONGEST
    return _on_word_borders(words, start, end)


def _shared_beginning(words: str, quote: str) -> int:
    """How much of a long quote can be left out, since the text has it: all but what leads up to a difference."""
    least, most = 0, len(quote)  # the beginning of `least` characters is there, that of `most + 1` is not
    while least < most:
        tried = (least + most + 1) // 2
        least, most = (tried, most) if quote[:tried] in words else (least, tried - 1)
    return quote.rfind(" ", 0, max(0, least - BEFORE_DIFFERENCE)) + 1


def _fitted(words: str, quote: str, start: int, end: int) -> tuple[int, int]:
    """The window with its borders moved to where it is most like the quote; of what is as like, the longest.

    It was found as long as the quote is, and a quote that lacks words of the text is shorter than what it stands for.
    """
    from rapidfuzz.distance import Indel

    if end - start > LONGEST:
        return start, end
    slack = 20 + len(quote) // 2
    near = range(max(0, start - slack), min(len(words), end + slack) + 1)
    starts = [i for i in near if i == 0 or words[i - 1] == " "]
    ends = [i for i in near if i == len(words) or words[i] == " "]
    for _ in range(2):  # the better one end fits, the better the other can be told
        apart = {i: Indel.distance(quote, words[start:i]) for i in ends if i > start}
        end = max((i for i in apart if apart[i] <= min(apart.values()) + AS_ALIKE), default=end)
        apart = {i: Indel.distance(quote, words[i:end]) for i in starts if i < end}
        start = min((i for i in apart if apart[i] <= min(apart.values()) + AS_ALIKE), default=start)
    return start, end


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
