import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command, cwd=ROOT):
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def built(kind, source, folder):
    """The one archive of this kind that the locked backend builds from a source tree."""
    ended = run(sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", folder, cwd=source)
    assert ended.returncode == 0, ended.stderr
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return built("sdist", ROOT, tmp_path_factory.mktemp("archive"))


def names(wheel):
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def tree(folder):
    files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_has_every_template_and_says_that_it_is_typed_and_under_which_licence(wheel):
    templates = {f"generator/templates/{name}" for name in tree("templates")}

    assert templates <= names(wheel)
    assert not any("__pycache__" in name for name in names(wheel))
    assert "generator/py.typed" in names(wheel)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names(wheel))


def test_the_wheel_has_nothing_but_the_package_and_what_describes_it(wheel):
    assert {name.split("/")[0].partition("-")[0] for name in names(wheel)} == {"generator", "dateline"}


def test_the_source_archive_gives_the_same_wheel(wheel, archive, tmp_path):
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()

    again = built("wheel", source, tmp_path / "wheel")

    assert again.read_bytes() == wheel.read_bytes()


def test_the_installed_wheel_makes_a_site_and_builds_it(wheel, tmp_path):
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    bin_folder = tmp_path / "environment" / "bin"
    install = (uv, "pip", "install", "--python", bin_folder / "python")
    steps = (
        (uv, "venv", "--no-project", "--python", sys.executable, tmp_path / "environment"),
        (*install, "--require-hashes", "--requirement", ROOT / "requirements/site.txt"),
        (*install, "--no-deps", wheel),
        (bin_folder / "dateline", "new", tmp_path / "mine"),
        (bin_folder / "dateline", "build", tmp_path / "mine"),
    )

    for step in steps:
        ended = run(*step, cwd=tmp_path)
        assert ended.returncode == 0, f"{step}\n{ended.stdout}\n{ended.stderr}"

    assert "<title>" in (tmp_path / "mine/output/index.html").read_text(encoding="utf-8")
