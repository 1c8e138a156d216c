"""The full-text search: Pagefind's index of the words of the pages, where Pagefind is installed."""

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disk.derived import Derived
from generator.disk.errors import OutputError

FOLDER = "pagefind/"
ENTRY = f"{FOLDER}pagefind-entry.json"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "fragment/*", "index/*")
LEFT_OUT = ".rail, .facts, .particulars, .neighbours, .unseen"  # what is not the page's own text
MISSING = "full-text search is left out: it needs Pagefind, which \"pip install 'dateline[search]'\" installs"


def find_program() -> Path | None:
    """Pagefind's program; None where it is not installed."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None


def searched(program: Path, pages: Sequence[str]) -> Derived:
    """The index of the pages' words. The same pages give the same files."""

    def make(read: Callable[[str], bytes]) -> Mapping[str, bytes]:
        return _index(program, {path: read(path) for path in pages})

    return Derived("search", FOLDER, pages, version("pagefind_bin"), make)


def _index(program: Path, pages: Mapping[str, bytes]) -> dict[str, bytes]:
    with TemporaryDirectory(prefix="dateline-search-") as name:
        site, made = Path(name, "site"), Path(name, "index")
        for path, content in pages.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        command: list[str | Path] = [program, "--site", site, "--output-path", made, "--quiet"]
        ended = subprocess.run(  # noqa: S603  # the program of an installed package
            [*command, "--root-selector", "main", "--exclude-selectors", LEFT_OUT],
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            said = (ended.stderr or ended.stdout).strip()
            raise OutputError(
                f"Pagefind could not make the full-text search: {said}", "leave 'search' out of site.yaml"
            )
        found = sorted({path for pattern in NEEDED for path in made.glob(pattern)})
        files = {f"{FOLDER}{path.relative_to(made).as_posix()}": path.read_bytes() for path in found}
        entry = json.loads(files[ENTRY])  # its languages stand in another order each time
        return files | {ENTRY: json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()}
