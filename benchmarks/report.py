"""What was measured, put into docs/performance.md between the marks of its kind."""

import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path

GB = 1_000_000_000
REPORT = Path(__file__).parent.parent / "docs/performance.md"


def replace_between(text: str, mark: str, measured: str) -> str:
    """A text with other lines between `<!-- mark -->` and `<!-- end mark -->`; ValueError where these are not there."""
    found = re.compile(rf"(?<=<!-- {mark} -->\n).*?(?=<!-- end {mark} -->)", re.DOTALL)
    changed, count = found.subn(lambda _: measured, text)
    if count != 1:
        raise ValueError(f"there is not one place for '{mark}', but {count}")
    return changed


def put_down(mark: str, measured: str, report: Path = REPORT) -> None:
    """Write down what was measured, in place of what was there."""
    report.write_text(replace_between(report.read_text(encoding="utf-8"), mark, measured), encoding="utf-8")


def machine() -> str:
    """The class of the machine."""
    said = f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores"
    if not hasattr(os, "sysconf"):
        return said
    return f"{said}, {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / GB:.0f} GB of memory"


def command(target: str, arguments: Sequence[str]) -> str:
    """What somebody types to measure the same, and to write nothing down."""
    said = " ".join(argument for argument in arguments if argument != "--write")
    return f"make {target} ARGS='{said}'" if said else f"make {target}"
