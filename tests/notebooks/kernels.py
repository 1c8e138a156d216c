"""Notebooks run by Jupyter's own kernel, with nothing of the home of whoever runs the tests."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples/notebook.ipynb"


def run_notebook(notebook: NotebookNode, folder: Path, jupyter: Path) -> NotebookNode:
    """The notebook, with what its cells show since they were run in a folder. Jupyter keeps its files in another."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            place = jupyter / name.lower()
            place.mkdir(parents=True, exist_ok=True)
            environment.setenv(name, str(place))
        environment.delenv("JUPYTER_PATH", raising=False)
        environment.setenv("PYTHONPATH", str(ROOT))
        resources = {"metadata": {"path": str(folder)}}
        NotebookClient(notebook, kernel_name="python3", timeout=60, resources=resources).execute()
    return notebook


def run_example(jupyter: Path) -> NotebookNode:
    """The notebook among the examples, run where it stands."""
    example: NotebookNode = nbformat.read(EXAMPLE, as_version=4)
    return run_notebook(example, EXAMPLE.parent, jupyter)


def shown_by(notebook: NotebookNode, cell: str) -> NotebookNode:
    """What a cell's last line shows, by type."""
    (outputs,) = (each.outputs for each in notebook.cells if each.id == cell)
    shown: NotebookNode = outputs[-1].data
    return shown
