"""The page of a file that was saved."""

from collections.abc import Container, Mapping

from generator.build.ahead import yaml_values

FOLDERS = {"content/events/": "events/", "content/articles/": "articles/", "content/pages/": ""}
LISTS = {"content/actors.yaml": "actors/", "content/places.yaml": "places/", "content/sources.yaml": "sources/"}


def page_of(path: str, files: Container[str], sources: Mapping[str, bytes]) -> str:
    """The address of the page that tells most of a file, from the site's root; '' where no page is its own."""
    if path in LISTS:
        return LISTS[path]
    folder = next((folder for folder in FOLDERS if path.startswith(folder)), None)
    if folder is None:
        return ""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    for name in (_own_id(path, sources), stem):
        address = f"{FOLDERS[folder]}{name}/"
        if name and f"{address}index.html" in files:
            return address
    return ""


def _own_id(path: str, sources: Mapping[str, bytes]) -> str:
    """The id that the first entry of a file gives itself."""
    first = next((value for values in yaml_values(path, sources).values() for value in values), None)
    entry = first[0] if isinstance(first, list) and first else first
    given = entry.get("id") if isinstance(entry, dict) else None
    return given if isinstance(given, str) else ""
