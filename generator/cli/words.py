"""Counts and closing lines in words."""

from collections.abc import Iterator, Mapping


def count_words(number: int, singular: str, plural: str = "") -> str:
    """A number with the word that goes with it."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"


def figure_words(figures: Mapping[str, int | str], seconds: float) -> str:
    """What a build closes with: events, articles, pages, seconds."""
    counted = [count_words(int(figures[f"{name}s"]), name) for name in ("event", "article", "page")]
    return ", ".join([*counted, f"{seconds:.2f} s"])


def warning_lines(figures: Mapping[str, int | str]) -> Iterator[str]:
    """What a build that had nothing to do says of the one that it repeats."""
    if warnings := int(figures.get("warnings", 0)):
        yield f"{count_words(warnings, 'warning')}: 'dateline check' shows them"
    yield from weight_lines(figures)


def weight_lines(figures: Mapping[str, int | str]) -> Iterator[str]:
    """What is to be said of the weight of a site, where there is something."""
    if weight := figures.get("weight"):
        yield f"warning: {weight}"
