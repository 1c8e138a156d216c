"""The chronology in Python: what is loaded, chosen and shown, and how mistakes are told."""

import base64
import subprocess
import sys

import pytest

from generator import ContentError, SelectionFault, Timeline
from generator.disk.errors import SiteError


@pytest.fixture
def dossier(site):
    site.write(
        "content/events/summit.yaml", "title: Summit of 50% & <all>\ndate: 2023-07-11\nactors: [NATO, Lithuania]\n"
    )
    site.write("content/events/talks.yaml", "title: Talks\ndate: 2023-03\nactors: [India]\n")
    return site


@pytest.fixture
def timeline(dossier):
    return Timeline.load(dossier.root)


def ids(timeline):
    return [event["id"] for event in timeline]


def test_it_has_the_events_in_their_order(timeline):
    assert ids(timeline) == ["talks", "ministerial", "summit"]
    assert len(timeline) == 3
    assert timeline.events[1]["title"] == "Meeting of NATO Ministers of Foreign Affairs"


def test_choices_follow_one_another_and_change_nothing(timeline):
    nato = timeline.filter(actor="nato")

    assert ids(nato) == ["ministerial", "summit"]
    assert ids(nato.filter(since="2023-05")) == ["summit"]
    assert ids(timeline.filter(actor=["india", "Lithuania"])) == ["talks", "summit"]
    assert ids(timeline.filter(source="the-daily")) == ["ministerial"]
    assert ids(timeline.filter(since="2023-04", limit=1)) == ["ministerial"]
    assert ids(nato) == ["ministerial", "summit"]
    assert len(timeline) == 3


def test_it_can_be_told_as_it_was_known_on_a_day(dossier):
    dossier.write(
        "content/events/summit.yaml",
        "title: Summit\ndate: 2023-07-11\nsources:\n  - {title: A, publisher: B, date: 2023-06-01}\n",
    )

    assert ids(Timeline.load(dossier.root, as_of="2023-04-02")) == ["talks", "ministerial"]


def test_everything_wrong_with_a_choice_is_told_at_once(timeline):
    with pytest.raises(SelectionFault, match="actor 'nobody' is not here; from 'spring' is no year"):
        timeline.filter(actor="nobody", since="spring")
    with pytest.raises(SelectionFault, match="no event meets all of this"):
        timeline.filter(since="2030")
    with pytest.raises(SelectionFault, match="not in 'fr'"):
        timeline.in_language("fr")


def test_every_mistake_of_the_content_is_told_with_its_place(dossier):
    dossier.write("content/events/summit.yaml", "titel: Summit\ndate: 2023-02-31\n")

    with pytest.raises(ContentError) as caught:
        Timeline.load(dossier.root)

    assert "content/events/summit.yaml:1:1" in str(caught.value)
    assert "content/events/summit.yaml:2:7" in str(caught.value)
    assert len(caught.value.problems) > 1


def test_a_folder_without_a_site_is_told(tmp_path):
    with pytest.raises(SiteError):
        Timeline.load(tmp_path / "nowhere")
    with pytest.raises(ContentError, match=r"site\.yaml"):
        Timeline.load(tmp_path)


def test_it_keeps_what_it_read(dossier, timeline):
    dossier.write("content/events/summit.yaml", "titel: Summit\n")

    assert ids(timeline.filter(actor="nato")) == ["ministerial", "summit"]


def test_it_writes_what_the_command_writes(dossier, timeline):
    file = dossier.root / "report.md"

    written = timeline.filter(actor="nato").export("md", file)

    assert file.read_bytes() == written
    assert written.decode() == dossier.run("export", "md", str(dossier.root), "--actor", "nato").stdout
    with pytest.raises(ValueError, match="'doc' is no format"):
        timeline.export("doc")


@pytest.mark.parametrize(
    ("form", "wishes"),
    [
        ("md", {"only": "overview"}),
        ("fragment", {"only": "overview"}),
        ("svg", {"group": "actor"}),
        ("html", {"only": "overview", "group": "type"}),
    ],
)
def test_it_writes_the_parts_and_the_lanes_that_the_command_writes(dossier, timeline, form, wishes):
    options = [f"--{name}={value}" for name, value in wishes.items()]

    written = timeline.export(form, **wishes)

    assert written.decode() == dossier.run("export", form, str(dossier.root), *options).stdout
    assert written != timeline.export(form)


@pytest.mark.parametrize(
    ("form", "wishes", "said"),
    [
        ("md", {"only": "pictures"}, "only 'pictures' is none; there are overview, entries"),
        ("svg", {"group": "colour"}, "group 'colour' is none; there are together, type"),
        ("svg", {"only": "overview"}, "only goes with html, md, .*, not with svg"),
        ("fragment", {"group": "type"}, "group goes with html, svg, png, docx, pptx, pdf, not with fragment"),
        ("html", {"only": "entries", "group": "type"}, "the entries alone do not have"),
        ("svg", {"group": "place"}, "no event of these has any place to group by"),
    ],
)
def test_it_refuses_a_part_or_lanes_that_the_format_has_not(timeline, form, wishes, said):
    with pytest.raises(ValueError, match=said):
        timeline.export(form, **wishes)


def test_a_notebook_is_given_each_form_that_it_may_want(timeline):
    bundle = timeline.filter(actor="nato")._repr_mimebundle_()

    assert "Summit of 50% &amp; &lt;all&gt;" in bundle["text/html"]
    assert "<script" not in bundle["text/html"]
    assert r"Summit of 50\% \& <all>" in bundle["text/latex"] or r"Summit of 50\% \&" in bundle["text/latex"]
    assert r"\documentclass" not in bundle["text/latex"]
    assert bundle["text/markdown"].startswith("# NATO and India")
    assert bundle["text/plain"].splitlines()[-1].endswith("Summit of 50% & <all>")
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")


def test_a_long_one_is_shown_in_part_and_says_so(dossier):
    for number in range(60):
        dossier.write(
            f"content/events/more-{number}.yaml", f"title: More {number}\ndate: 2024-01-{number % 28 + 1:02}\n"
        )
    timeline = Timeline.load(dossier.root)

    assert len(timeline) == 63
    assert repr(timeline).endswith("… and 13 more")
    bundle = timeline._repr_mimebundle_()
    assert bundle["text/html"].count("More ") == 50
    assert all("… and 13 more" in bundle[kind] for kind in ("text/html", "text/latex", "text/markdown"))


def test_the_command_line_starts_without_it():
    program = "import sys, generator; print('generator.timeline' in sys.modules, generator.Timeline.__name__)"

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True).stdout

    assert told == "False Timeline\n"
