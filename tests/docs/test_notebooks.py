"""docs/notebooks.md: its Python runs as it stands there, and its table names what Timeline has."""

import inspect
import pydoc
import re
import shutil
import subprocess
import sys

from nbconvert import MarkdownExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from traitlets.config import Config

from generator import Timeline

PAGE = "docs/notebooks.md"
ROW = re.compile(r"^\| `(?:Timeline)?\.(\w+)\(([^)]*)\)", re.MULTILINE)
PLACES = {"folder", "code", "format", "file"}  # what stands for a value given by its place


def python_of(examples, words):
    (found,) = (example.text for example in examples(PAGE) if example.kind == "python" and words in example.text)
    return found


def test_the_first_example_chooses_tells_and_writes(examples, site, tmp_path, root):
    shutil.copytree(site.root, tmp_path / "dossier")

    ended = subprocess.run(
        [sys.executable, "-c", python_of(examples, "Timeline.load")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root), "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "2023-04-04/2023-04-05 Meeting of NATO Ministers of Foreign Affairs\n"
    assert (tmp_path / "nato.docx").read_bytes().startswith(b"PK")


def test_the_setting_has_nbconvert_take_the_markdown(examples):
    setting = Config()
    exec(compile(python_of(examples, "NbConvertBase"), PAGE, "exec"), {"c": setting})  # as Jupyter reads its settings
    output = new_output("display_data", {"text/html": "<p>html</p>", "text/markdown": "*markdown*", "text/plain": "x"})
    notebook = new_notebook(cells=[new_code_cell("shown", outputs=[output])])

    assert "<p>html</p>" in MarkdownExporter().from_notebook_node(notebook)[0]
    assert "*markdown*" in MarkdownExporter(config=setting).from_notebook_node(notebook)[0]


def test_every_example_in_python_is_one_of_these(examples):
    assert [example.kind for example in examples(PAGE)].count("python") == 2


def test_the_table_names_what_each_method_takes(root):
    rows = dict(ROW.findall((root / PAGE).read_text(encoding="utf-8")))

    assert set(rows) == {"load", "filter", "in_language", "export"}
    for name, arguments in rows.items():
        named = {argument.partition("=")[0].strip() for argument in arguments.split(",")}
        taken = inspect.signature(getattr(Timeline, name)).parameters
        is_open = any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values())
        assert is_open or named - PLACES <= set(taken), name
        by_name = {given for given, parameter in taken.items() if parameter.kind is parameter.KEYWORD_ONLY}
        assert by_name <= named, name


def test_help_tells_of_everything_that_is_public():
    told = pydoc.plain(pydoc.render_doc(Timeline))

    public = [name for name in vars(Timeline) if not name.startswith("_")]
    assert public == ["load", "filter", "in_language", "events", "export"]
    for name in public:
        written = inspect.getdoc(getattr(Timeline, name))
        assert written
        assert written.splitlines()[0] in told
