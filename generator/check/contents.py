"""The files of a site by what they are, and the mistakes of those that are nothing Dateline knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import splitext
from unicodedata import normalize

from generator.check.report import Report

MARKDOWN = (".md", ".markdown")
YAML = (".yaml", ".yml")
LISTS = ("actors", "places", "sources")
FOLDERS = {
    "articles": (*MARKDOWN, ".txt", *YAML),
    "events": (*YAML, *MARKDOWN),
    "pages": MARKDOWN,
}


@dataclass(frozen=True, slots=True)
class Contents:
    """The paths of a site's files, each in the order of the alphabet."""

    events: tuple[str, ...]
    articles: tuple[str, ...]  # texts, without the side files
    side_files: dict[str, str]  # an article's path → that of its side file
    pages: tuple[str, ...]
    lists: dict[str, str]  # actors, places, sources → the file's path
    media: tuple[str, ...]


def sort_contents(paths: Iterable[str], report: Report) -> Contents:
    """Tell the files of content/ apart."""
    found: dict[str, list[str]] = {"events": [], "articles": [], "pages": [], "media": []}
    lists: dict[str, str] = {}
    for path in sorted(paths):
        parts = path.split("/")
        if parts[0] != "content":
            continue
        stem, ending = splitext(parts[-1])
        if len(parts) > 2 and parts[1] == "media":
            found["media"].append(path)
        elif len(parts) > 2 and parts[1] in FOLDERS and ending.lower() in FOLDERS[parts[1]]:
            found[parts[1]].append(path)
        elif len(parts) == 2 and stem in LISTS and ending.lower() in YAML:
            if stem in lists:
                report.error_in_file(path, f"'{lists[stem]}' is there too", "keep one of them")
            lists[stem] = path
        else:
            report.error_in_file(path, "this is not a file that Dateline reads here", _where_it_might_go(parts))
    _refuse_twins(found["media"], report)
    articles, side_files = _side_files(found["articles"], report)
    return Contents(tuple(found["events"]), articles, side_files, tuple(found["pages"]), lists, tuple(found["media"]))


def _refuse_twins(paths: list[str], report: Report) -> None:
    """Report files and folders that are one to a file system that tells neither case nor spelling of accents apart."""
    seen: dict[str, str] = {}
    for path in paths:
        for step in (*(folder.as_posix() for folder in PurePosixPath(path).parents), path):
            other = seen.setdefault(normalize("NFC", normalize("NFC", step).casefold()), step)
            if other != step:
                message = f"'{other}' and '{step}' are one on Windows and macOS: only case or accents tell them apart"
                report.error_in_file(path, message, "give one of them another name")
                break


def _where_it_might_go(parts: list[str]) -> str:
    if len(parts) > 2 and parts[1] in FOLDERS:
        return f"in content/{parts[1]}/ files end in {', '.join(FOLDERS[parts[1]])}; pictures belong in content/media/"
    return "content/ holds events/, articles/, pages/, media/, actors.yaml, places.yaml and sources.yaml"


def _side_files(paths: list[str], report: Report) -> tuple[tuple[str, ...], dict[str, str]]:
    """Articles, and the side files `NAME.yaml` of plain texts `NAME.txt`."""
    texts = [path for path in paths if splitext(path)[1].lower() not in YAML]
    are_texts = frozenset(texts)
    plain = {path.rpartition(".")[0]: path for path in texts if path.lower().endswith(".txt")}
    side_files: dict[str, str] = {}
    for path in paths:
        if path in are_texts:
            continue
        text = plain.get(path.rpartition(".")[0])
        if text is None:
            report.error_in_file(
                path,
                "there is no text of this name for these fields",
                "a side file stands beside NAME.txt, as NAME.yaml",
            )
        elif text in side_files:
            report.error_in_file(path, f"'{side_files[text]}' is there too", "keep one of them")
        else:
            side_files[text] = path
    return tuple(texts), side_files
