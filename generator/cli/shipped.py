"""The templates that ship with Dateline."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def templates_folder() -> Path:
    """Where the shipped templates are: in the package once it is installed, beside it in the repository."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


def shipped_templates() -> dict[str, bytes]:
    """The shipped templates by name, as in 'parts/entry.html'."""
    folder = templates_folder()
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in names.items() if "__pycache__" not in path.parts}
