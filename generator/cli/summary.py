"""The summary of a step of GitHub Actions: every problem, since annotations stop at ten a step."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from generator.cli.printing import print_failure, problem_words
from generator.disk.errors import reason
from generator.problems import Problem, as_text

PLACE = "GITHUB_STEP_SUMMARY"  # the variable that names the file
MOST = 900_000  # bytes: GitHub shows nothing of a summary of more than 1 MiB


def summarise(problems: Sequence[Problem]) -> None:
    """Add the problems to the step's summary; nothing where there is none, as outside of GitHub Actions."""
    place = os.environ.get(PLACE)
    if not place:
        return
    try:
        with Path(place).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary_of(problems))
    except OSError as error:
        print_failure(f"the step's summary, '{place}', cannot be written: {reason(error)}")


def summary_of(problems: Sequence[Problem]) -> str:
    """The problems in Markdown, as text that nothing in them can end; where they are too much, the first of them."""
    shown: list[str] = []
    size = 0
    for problem in problems:
        text = as_text(problem)
        size += len(text.encode(errors="backslashreplace")) + 1
        if size > MOST:
            break
        shown.append(text)
    head = f"### Dateline: {problem_words(problems)}\n"
    if not shown:
        return head
    longest = max((len(run) for text in shown for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    left = len(problems) - len(shown)
    rest = f"\nand {left:,} more: 'dateline check' shows them all\n" if left else ""
    return "\n".join([head, f"{fence}text", *shown, fence, rest])
