"""What stands in the way of a site: asked before anything is staged."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.disk.errors import OutputError
from generator.disk.read import is_inside
from generator.disk.record import is_path
from generator.disk.tree import Tree, folded, parents

SHOWN = 5  # names in a message
OFF_LIMITS = ("content", "templates", ".cache", ".git")  # folders of a site that a build must not write to


def check_paths(paths: Iterable[str]) -> None:
    """Raise ValueError where the files of one site cannot stand beside each other on every file system."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        if not is_path(path):
            raise ValueError(f"'{path}' cannot be the path of a file in a site")
        if (other := files.setdefault(folded(path), path)) != path:
            raise ValueError(f"'{other}' and '{path}' differ only in case, and are one file on Windows and macOS")
        for folder in parents(path):
            other = folders.setdefault(folded(folder), folder)
            if other != folder:
                raise ValueError(f"the folders '{other}' and '{folder}' differ only in case; on Windows they are one")
    if both := files.keys() & folders.keys():
        raise ValueError(f"'{files[min(both)]}' is to be a file and a folder")


def check_place(output: Path, site: Path | None) -> None:
    """Refuse an output that is no folder, or that holds the sources, or that is held by them. Both paths are real."""
    if output.exists() and not output.is_dir():
        raise OutputError(f"the output '{output}' is a file", "choose a folder, or move the file", is_usage=True)
    if not output.name:
        raise OutputError(f"the output '{output}' is the root of a file system", "choose a folder in it", is_usage=True)
    if site is None:
        return
    if is_inside(os.fspath(site), os.fspath(output)):
        raise OutputError(
            f"the output '{output}' holds the site's own sources", "choose a folder of its own", is_usage=True
        )
    for name in OFF_LIMITS:
        if is_inside(os.fspath(output), os.path.realpath(site / name)):
            raise OutputError(
                f"the output '{output}' is inside the site's {name}/", "choose a folder of its own", is_usage=True
            )


def check_foreign(output: Path, tree: Tree, owned: Mapping[str, object] | None, *, force: bool) -> None:
    """Refuse a folder that somebody else has filled: `owned` is None where no build of ours has written to it."""
    if owned is None and not force and (tree.files or tree.others or tree.folders):
        found = _listed(sorted({path.split("/")[0] for path in [*tree.files, *tree.others, *tree.folders]}))
        raise OutputError(
            f"the output '{output}' holds files that Dateline did not make: {found}",
            "choose another output, or give --force, which keeps them",
            is_usage=True,
        )


def check_ways(
    output: Path, tree: Tree, paths: Iterable[str], gone: Iterable[str], foreign: set[str], force: bool
) -> None:
    """Refuse to write through a link, over a file that is not ours (unless forced), or where one bars the way."""
    wanted = set(paths)
    folders = {folder for path in wanted for folder in parents(path)}
    links = {folder for path in gone for folder in parents(path)} | folders
    if barred := sorted(links & tree.others):
        raise OutputError(
            f"in the output '{output}' a link stands where a folder of pages should be: {_listed(barred)}",
            "remove it: nothing is written through a link",
            is_usage=True,
        )
    held = {folder for path in foreign for folder in parents(path)}
    if barred := sorted((foreign & folders) | (held & wanted)):
        raise OutputError(
            f"in the output '{output}' files that Dateline did not make bar the way: {_listed(barred)}",
            "move them away",
            is_usage=True,
        )
    over = foreign & wanted
    twins = {
        folded(path) for path in foreign - wanted
    }  # foreign 'About.html' is our 'about.html' where case is not told
    over |= {path for path in wanted if folded(path) in twins and _is_merged(output, tree, path)}
    if over and not force:
        raise OutputError(
            f"in the output '{output}' files that Dateline did not make would be overwritten: {_listed(sorted(over))}",
            "move them away, or give --force",
            is_usage=True,
        )


def _is_merged(output: Path, tree: Tree, path: str) -> bool:
    return path not in tree.files and os.path.lexists(output / path)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(f"'{name}'" for name in names[:SHOWN]) + more
