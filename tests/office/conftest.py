"""What is exported, opened by the large programs that people open it with: `make test-office` installs them."""

import os
import re
import subprocess

import pytest

OFFICE = os.environ.get("DATELINE_OFFICE", "")
collect_ignore_glob = [] if OFFICE else ["test_*.py"]

# What TeX says in its log of what a reader would miss.
LACKING = re.compile(r"^!.*|Missing character.*|Citation .* undefined.*|Reference .* undefined.*", re.MULTILINE)


@pytest.fixture
def compiled(tmp_path):
    """Compiles a file with an engine; gives what its last log complains of, its text and its addresses.

    `beside` are the pictures in its folder, by their names.
    """

    def run(engine, file, beside=None, runs=1):
        for name, content in {"report.tex": file, **(beside or {})}.items():
            (tmp_path / name).write_bytes(content)
        command = [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "report.tex"]
        for _ in range(runs):
            ended = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=300)
            log = (tmp_path / "report.log").read_text(encoding="utf-8", errors="replace")
            assert ended.returncode == 0, LACKING.findall(log)
        return LACKING.findall(log), *(_asked(tmp_path, tool) for tool in (["pdftotext", "-q"], ["pdfinfo", "-url"]))

    return run


def _asked(folder, tool):
    rest = ["report.pdf", "-"] if tool[0] == "pdftotext" else ["report.pdf"]
    return subprocess.run([*tool, *rest], cwd=folder, capture_output=True, check=True, text=True).stdout


@pytest.fixture
def converted(tmp_path):
    """A document as the PDF that LibreOffice makes of it."""

    def convert(content, form):
        file = tmp_path / f"document.{form}"
        file.write_bytes(content)
        profile = (tmp_path / "profile").as_uri()
        subprocess.run(
            [
                os.environ["DATELINE_SOFFICE"],
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                tmp_path,
                file,
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return (tmp_path / "document.pdf").read_bytes()

    return convert
