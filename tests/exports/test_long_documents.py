"""What is said before a document is written that takes minutes."""

import pytest

from generator.cli import exporting
from generator.cli.exporting import Request, run_export

WARNING = "a PDF of 2 events takes about 1 min and 1 GB of memory; --from, --to or --limit choose fewer"


@pytest.fixture
def dossier(site, monkeypatch):
    """A site of two events, which are many here."""
    site.write("content/events/summit.yaml", "title: Summit\ndate: 2023-07-11\n")
    monkeypatch.setattr(exporting, "MANY", 2)
    return site


def said(dossier, capsys, form, **given):
    run_export(Request(dossier.root, form, dossier.root / f"report.{form}", **given))
    return capsys.readouterr().err


def test_a_long_pdf_is_announced_before_it_is_begun(dossier, capsys):
    # What cannot be written fails when the work has begun.
    dossier.write("content/events/summit.yaml", 'title: "Summit \\U000F1234"\ndate: 2023-07-11\n')

    told = said(dossier, capsys, "pdf")

    assert told.startswith(WARNING)
    assert "no font" in told


@pytest.mark.parametrize(
    ("form", "given"), [("pdf", {"limit": 1}), ("pdf", {"only": "overview"}), ("docx", {}), ("md", {})]
)
def test_what_is_short_or_quick_is_not(dossier, capsys, form, given):
    told = said(dossier, capsys, form, **given)

    assert "takes about" not in told
    assert f"report.{form}: " in told


def test_the_figures_are_those_that_were_measured(dossier, capsys):
    exporting._warn_of_length(Request(dossier.root, "pdf", None), 5_000)

    assert "a PDF of 5,000 events takes about 4 min and 5 GB of memory" in capsys.readouterr().err
