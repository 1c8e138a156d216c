"""What the tests of citations share: sites with given sources, and pandoc, which reads what we write."""

import json
import subprocess
from collections.abc import Mapping
from html import unescape

import pypandoc
import pytest

from generator.build.site import prepare
from generator.check.options import Options
from generator.cli.shipped import shipped_templates


class Texts(Mapping[str, str]):
    """Files as texts, each made when it is asked for."""

    def __init__(self, files):
        self._files = files

    def __getitem__(self, path):
        return self._files[path].decode()

    def __iter__(self):
        return iter(self._files)

    def __len__(self):
        return len(self._files)


@pytest.fixture(scope="session")
def pandoc():
    """Runs pandoc on a text, and gives what it says."""

    def run(text, *options):
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), *options], input=text.encode(), capture_output=True, check=True
        )
        assert done.stderr == b"", done.stderr.decode()
        return done.stdout.decode()

    return run


@pytest.fixture(scope="session")
def read_back(pandoc):
    """What pandoc reads in a file of a format, by the works' ids."""

    def run(text, form):
        return {work["id"]: work for work in json.loads(pandoc(text, "--from", form, "--to", "csljson"))}

    return run


@pytest.fixture(scope="session")
def build_site():
    """The output of a site that cites sources, by path."""

    def run(sources=None, *, settings=None, events=None, files=None, options=None):
        shared = {"site.yaml": json.dumps({"title": "Lake", **(settings or {})})}
        if sources:
            shared["content/sources.yaml"] = json.dumps(sources)
            shared["content/events/all.yaml"] = json.dumps(
                {"title": "All", "date": "2023", "sources": [{"source": name} for name in sources]}
            )
        shared |= {f"content/events/{name}.yaml": json.dumps(event) for name, event in (events or {}).items()}
        shared |= files or {}
        outcome = prepare(
            {path: text.encode() for path, text in shared.items()}, shipped_templates(), options or Options()
        )
        assert [str(problem) for problem in outcome.problems if problem.severity == "error"] == []
        return Texts(outcome.files)

    return run


@pytest.fixture(scope="session")
def works_of(build_site):
    """The works of sources.json, by the ids of the sources."""

    def run(sources, **more):
        works = json.loads(build_site(sources, **more)["sources.json"])
        return {work["id"].removeprefix("source:"): work for work in works}

    return run


@pytest.fixture(scope="session")
def cited():
    """What a page's 'Cite this' offers: the two styles as HTML, the two formats as text."""

    def run(html):
        (found,) = [part.partition("</details>")[0] for part in html.split('<details class="cite">')[1:]]
        rows = [row.partition(">")[2].partition("</dd>")[0] for row in found.split("<dd")[1:]]
        apa, chicago, *programs = rows
        bibtex, ris = (unescape(row.removeprefix("<pre>").removesuffix("</pre>")) for row in programs)
        return apa, chicago, bibtex, ris

    return run
