"""What formats need that need more than is installed with everything else."""

from collections.abc import Mapping
from importlib.util import find_spec

from generator.reports.faults import ReportFault

PICTURES = {
    "resvg_py": "resvg-py",
    "fontTools": "fonttools",
    "fontpkg_source_serif_4": "fontpkg-source-serif-4",
    "fontpkg_amiri": "fontpkg-amiri",
}
# Modules of each format, each with what it is called where it is installed from.
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "docx": {"docx": "python-docx"},
    "pptx": {"pptx": "python-pptx"},
    "png": PICTURES,
    "pdf": {
        "weasyprint": "weasyprint",
        "fontpkg_source_serif_4": "fontpkg-source-serif-4",
        "fontpkg_amiri": "fontpkg-amiri",
    },
}
BINARY = frozenset(LIBRARIES)  # nothing that a terminal could show


def require(form: str) -> None:
    """Nothing, where a format has what it needs; ReportFault where not."""
    missing = [package for module, package in LIBRARIES.get(form, {}).items() if find_spec(module) is None]
    if missing:
        raise ReportFault(
            f"a document as {form} needs {' and '.join(missing)}, which this Python has not",
            f"to install it: pip install 'dateline[{'pictures' if form == 'png' else 'reports'}]'",
        )
