"""Style sheets and scripts under names that change with their content, so that browsers may keep them for ever."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from generator.model.settings import Theme

FOLDER = "assets/"
UNSAFE = re.compile(r"[^\w.-]+")  # would have to be escaped in an address: a blank ends one in `srcset`


def hashed_path(name: str, content: bytes) -> str:
    """Where a file is published: 'style.css' as 'assets/style.1a2b3c4d.css'."""
    stem, dot, ending = UNSAFE.sub("-", name.rpartition("/")[2]).rpartition(".")
    digest = blake2b(content, digest_size=4).hexdigest()
    return f"{FOLDER}{stem}.{digest}.{ending}" if dot else f"{FOLDER}{ending}.{digest}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of templates/assets/ as they are published, and those among them that every page links to."""

    stylesheets: tuple[str, ...]  # paths, in the order in which they are to be read
    icon: str  # a path; '' for none
    files: dict[str, bytes]


def publish_assets(templates: Mapping[str, bytes], theme: Theme) -> Assets:
    """Publish the files of templates/assets/, and what the theme sets."""
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name in sorted(templates):
        if name.startswith(FOLDER):
            short = name.removeprefix(FOLDER)
            paths[short] = hashed_path(short, templates[name])
            files[paths[short]] = templates[name]
    sheets = [paths["style.css"]] if "style.css" in paths else []
    if own := _theme_css(theme):
        path = hashed_path("theme.css", own)
        files[path] = own
        sheets.append(path)
    if theme.css in paths:
        sheets.append(paths[theme.css])
    return Assets(tuple(sheets), paths.get("icon.svg", ""), files)


def _theme_css(theme: Theme) -> bytes:
    """The custom properties that the site sets."""
    rows = (("--accent", theme.accent), ("--text-face", theme.text_face), ("--label-face", theme.label_face))
    lines = [f"  {name}: {value};" for name, value in rows if value]
    return ("\n".join([":root {", *lines, "}"]) + "\n").encode() if lines else b""
