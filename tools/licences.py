"""Print the list of third-party licences: every package of the lock files, with the licence that its metadata state."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECTIONS = {  # a package is listed under the first that locks it
    "site": "To build a site",
    "test": "To work on Dateline: tests, checks of the code and benchmarks",
    "uv": "To install the others",
}
LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)

STATED = {  # what the metadata leave open, from the package's own licence file
    "appnope": "BSD-2-Clause",  # for macOS, so not installed everywhere
    "brotlicffi": "MIT",  # for PyPy, so not installed everywhere
    "colorama": "BSD-3-Clause",  # for Windows, so not installed everywhere
    "comm": "BSD-3-Clause",
    "cssselect2": "BSD-3-Clause",
    "docutils": "LicenseRef-Public-Domain AND BSD-2-Clause AND BSD-3-Clause",
    "ipython-pygments-lexers": "BSD-3-Clause",
    "itsdangerous": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "jupyter-client": "BSD-3-Clause",
    "jupyterlab-pygments": "BSD-3-Clause",
    "librt": "MIT",  # not for PyPy, so not installed everywhere
    "nbclient": "BSD-3-Clause",
    "nbconvert": "BSD-3-Clause",
    "nbformat": "BSD-3-Clause",
    "nest-asyncio2": "BSD-2-Clause",
    "prompt-toolkit": "BSD-3-Clause",
    "pydyf": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "resvg-py": "MIT",
    "tinycss2": "BSD-3-Clause",
    "traitlets": "BSD-3-Clause",
    "weasyprint": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
    "uv": "MIT OR Apache-2.0",  # the machine's own may be used instead
}
SPDX = {  # how older metadata word it
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "PSFL": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
EXPRESSIONS = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MPL-2.0"}

HEAD = """\
# Third-party licences

Dateline contains no code of others. It installs these packages, each under its own licence (SPDX). Made by
`make licences` from the lock files.
"""
DATA = """\
## Data that comes with Dateline

| what | from | licence |
|---|---|---|
| outlines of countries, for maps | Natural Earth 4.1.0 | public domain |
| the same, as repackaged by world-atlas 2.0.2 | Michael Bostock, 2013–2019 | ISC |
"""


def licence(name: str) -> str:
    """The licence of a package as an SPDX expression; LookupError where neither its metadata nor STATED has one."""
    if name in STATED:
        return STATED[name]
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        raise LookupError(f"{name} is locked but not installed here: add its licence to STATED") from None
    for expression in stated.get_all("License-Expression", []):
        return str(expression)
    classifiers = (c.rpartition(" :: ")[2] for c in stated.get_all("Classifier", []) if c.startswith("License"))
    for words in map(str, (*stated.get_all("License", []), *classifiers)):
        if words in EXPRESSIONS or words in SPDX:
            return SPDX.get(words, words)
    raise LookupError(f"{name} does not say its licence in words known here: add it to STATED or SPDX")


def lines() -> Iterator[str]:
    """The list as Markdown, line by line."""
    yield HEAD
    listed: set[str] = set()
    for lock, title in SECTIONS.items():
        packages = LOCKED.findall((ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8"))
        yield f"## {title}\n\n| package | version | licence |\n|---|---|---|"
        for name, version in packages:
            if name not in listed:
                yield f"| {name} | {version} | {licence(name)} |"
        listed.update(name for name, _ in packages)
        yield ""
    yield DATA


if __name__ == "__main__":
    try:
        print("\n".join(lines()).rstrip())
    except LookupError as error:
        sys.exit(str(error))
