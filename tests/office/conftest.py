"""What is exported, opened by the large programs that people open it with: `make test-office` installs them."""

import os
import subprocess

import pytest

OFFICE = os.environ.get("DATELINE_OFFICE", "")
collect_ignore_glob = [] if OFFICE else ["test_*.py"]


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
