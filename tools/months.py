"""Print the names of months as Babel has them, which stand in `generator/dates/months.py`.

Each language is read by a process of its own: once Babel has resolved the names of one language, it may give them for
another (https://github.com/python-babel/babel/issues/1234).
"""

import json
import subprocess
import sys

from generator.dates import LANGUAGES

NUMBERED = frozenset({"zh"})  # '4月' rather than '四月', as dates are written
USES = (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated"), ("stand-alone", "abbreviated"))
PROGRAM = """
import json, sys
from babel import Locale
months = Locale.parse(sys.argv[1]).months
names = [[months[use][width][month] for month in range(1, 13)] for use, width in json.loads(sys.argv[2])]
print(json.dumps(names))
"""


def babel_months(language: str) -> tuple[tuple[str, ...], ...]:
    """Months by number from 1 behind an empty place: in dates, alone, and both of them short."""
    uses = tuple((use, "abbreviated" if language in NUMBERED else width) for use, width in USES)
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, language, json.dumps(uses)], check=True, capture_output=True, encoding="utf-8"
    )
    return tuple(("", *names) for names in json.loads(told.stdout))


def main() -> None:
    """Print a row for each language."""
    for language in LANGUAGES:
        print(f'    "{language}": (')
        for names in babel_months(language):
            print(f'        "{" ".join(names).strip()}",')
        print("    ),")


if __name__ == "__main__":
    main()
