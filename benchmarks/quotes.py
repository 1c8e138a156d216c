"""How long it takes to verify 20,000 quotes in 10,000 articles of 350 words. Run: python benchmarks/quotes.py"""

import random
from time import perf_counter

from generator.quotes import Mark, find_quote, fold, mark_passages, visible_text

ARTICLES = 10_000
QUOTES_EACH = 2
TEXT = (
    "the alliance’s ministers will meet in Brussels — “at this stage” — and officials said on April 4 that talks "
    "between the two governments about trade, borders and prisoners were postponed until the spring"
)
WORDS = TEXT.split()


def make_article(dice: random.Random) -> str:
    """Seven paragraphs of fifty words."""
    return "\n".join(f"<p>{' '.join(dice.choices(WORDS, k=50))}.</p>" for _ in range(7))


def cut_quote(dice: random.Random, text: str) -> str:
    """Some eighty characters of the text, with straight quotes where it has curly ones."""
    start = dice.randrange(len(text) - 90)
    return text[start : start + 80].replace("’", "'").replace("“", '"').replace("”", '"')


def main() -> None:
    """Print the seconds that each step takes over all articles."""
    dice = random.Random(1)  # noqa: S311 - a benchmark repeats itself
    articles = [make_article(dice) for _ in range(ARTICLES)]
    start = perf_counter()
    texts = [visible_text(article) for article in articles]
    read = perf_counter()
    quotes = [[cut_quote(dice, text) for _ in range(QUOTES_EACH)] for text in texts]
    made = perf_counter()
    folded = [fold(text) for text in texts]
    known = perf_counter()
    found = [[find_quote(text, quote) for quote in own] for text, own in zip(folded, quotes, strict=True)]
    verified = perf_counter()
    for article, passages in zip(articles, found, strict=True):
        mark_passages(article, [Mark(f"quote-{number}", places[0]) for number, places in enumerate(passages, 1)])
    marked = perf_counter()
    assert all(places for passages in found for places in passages)
    print(f"visible text of {ARTICLES:,} articles: {read - start:.2f} s")
    print(f"folding them: {known - made:.2f} s")
    print(f"finding {ARTICLES * QUOTES_EACH:,} quotes: {verified - known:.2f} s")
    print(f"marking them: {marked - verified:.2f} s")


if __name__ == "__main__":
    main()
