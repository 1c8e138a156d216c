"""How long it takes to verify 20,000 quotes in 10,000 articles of 350 words. Run: python benchmarks/quotes.py"""

import random
from collections.abc import Callable
from itertools import pairwise
from time import perf_counter
from typing import TypeVar

from generator.quotes import (
    Mark,
    Passage,
    are_nearly_the_same,
    comparable,
    find_quote,
    fold,
    mark_passages,
    visible_text,
)

Result = TypeVar("Result")

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


def measure() -> dict[str, float]:
    """The seconds that each step takes over all articles, and that finding who repeats whom takes in pairs of them."""
    dice = random.Random(1)  # noqa: S311 - a benchmark repeats itself
    articles = [make_article(dice) for _ in range(ARTICLES)]
    took: dict[str, float] = {}

    def timed(step: str, work: Callable[[], Result]) -> Result:
        start = perf_counter()
        result = work()
        took[step] = perf_counter() - start
        return result

    texts = timed("visible text", lambda: [visible_text(article) for article in articles])
    quotes = [[cut_quote(dice, text) for _ in range(QUOTES_EACH)] for text in texts]
    folded = timed("folding", lambda: [fold(text) for text in texts])
    found = timed(
        "finding",
        lambda: [[find_quote(text, quote) for quote in own] for text, own in zip(folded, quotes, strict=True)],
    )
    assert all(places for passages in found for places in passages)
    timed("marking", lambda: [_marked(article, passages) for article, passages in zip(articles, found, strict=True)])
    timed("comparing", lambda: [_compared(one, other) for one, other in pairwise(articles)])
    return took


def _marked(article: str, passages: list[tuple[Passage, ...]]) -> str:
    return mark_passages(article, [Mark(f"quote-{number}", places[0]) for number, places in enumerate(passages, 1)])


def _compared(one: str, other: str) -> bool:
    return are_nearly_the_same(comparable(one), comparable(other))


def main() -> None:
    """Print them."""
    for step, taken in measure().items():
        print(f"{step}: {taken:.2f} s")


if __name__ == "__main__":
    main()
