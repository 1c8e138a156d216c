"""How long it takes to read 100,000 distinct dates: `python benchmarks/dates.py`."""

import random
import time

from generator.dates import calendar_day, day_number, iso_day, parse_date

COUNT = 100_000
FORMS = ("{a}", "{a}/{b}", "{month}", "{a}~", "[..{a}]", "{a}T10:00+02:00", "{a}/..")
WEIGHTS = (60, 15, 10, 4, 3, 5, 3)  # per cent, about as they stand in a chronology


def distinct_dates(count: int) -> list[str]:
    """As many EDTF texts, no two the same, drawn from a fixed seed."""
    draw = random.Random(1)  # noqa: S311 - the same dates on every run
    first, last = day_number(1600, 1, 1), day_number(2400, 12, 31)
    texts: dict[str, None] = {}
    while len(texts) < count:
        day = draw.randint(first, last)
        year, month, _ = calendar_day(day)
        form = draw.choices(FORMS, WEIGHTS)[0]
        texts[form.format(a=iso_day(day), b=iso_day(day + draw.randint(1, 9)), month=f"{year:04d}-{month:02d}")] = None
    return list(texts)


def main() -> None:
    """Print the best and the worst of five runs."""
    texts = distinct_dates(COUNT)
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        for text in texts:
            parse_date(text)
        runs.append(time.perf_counter() - start)
    print(f"{COUNT:,} distinct dates parsed in {min(runs):.2f} s (slowest of {len(runs)} runs {max(runs):.2f} s)")


if __name__ == "__main__":
    main()
