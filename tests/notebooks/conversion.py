"""Notebooks as nbconvert gives them on."""

import os
from collections.abc import Mapping
from pathlib import Path

import pypandoc
import pytest
from nbconvert import Exporter, LatexExporter
from nbformat import NotebookNode


def converted(exporter: Exporter, notebook: NotebookNode) -> tuple[str, Mapping[str, bytes]]:
    """A document, and the pictures that stand beside it, by their names."""
    body, resources = exporter.from_notebook_node(notebook)
    return str(body), resources["outputs"] or {}


def as_latex(notebook: NotebookNode) -> tuple[str, Mapping[str, bytes]]:
    """The notebook as LaTeX, for which nbconvert needs pandoc on the path."""
    pandoc = Path(pypandoc.get_pandoc_path()).parent
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PATH", f"{pandoc}{os.pathsep}{os.environ['PATH']}")
        return converted(LatexExporter(), notebook)
