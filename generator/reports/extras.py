"""What is special about formats that need more than is installed with everything else."""

from collections.abc import Mapping
from importlib.util import find_spec

from generator.reports.faults import ReportFault

# The extra 'reports' of pyproject.toml: modules, each with what it is called where it is installed from.
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "docx": {"docx": "python-docx"},
    "pptx": {"pptx": "python-pptx"},
    "pdf": {
        "weasyprint": "weasyprint",
        "fontpkg_source_serif_4": "fontpkg-source-serif-4",
        "fontpkg_amiri": "fontpkg-amiri",
    },
}
BINARY = frozenset([*LIBRARIES, "png"])  # nothing that a terminal could show
WITH_TEMPLATE = ("docx", "pptx")  # take the reader's own styles


def require(form: str) -> None:
    """Nothing, where a format has what it needs; ReportFault where not."""
    missing = [package for module, package in LIBRARIES.get(form, {}).items() if find_spec(module) is None]
    if missing:
        raise ReportFault(
            f"a document as {form} needs {' and '.join(missing)}, which this Python has not",
            "to install it: pip install 'dateline[reports]'",
        )
