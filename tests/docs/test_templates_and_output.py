import json
import re
from collections import defaultdict

from generator.build.site import build
from generator.check.site import check
from generator.cli.shipped import shipped_templates
from generator.plan import plan_pages
from generator.plan.frame import FramesView, Linked

CODE = re.compile(r"`([^`]+)`")
COMMON = {"site", "here", "address", "alternates", "newest", "structured", "picture"}
ADDED_BY_RENDERING = {"edition"}


def table(text, heading):
    """The rows of the table with this head."""
    rows = text.partition(heading)[2].partition("\n\n")[0].splitlines()
    return [re.split(r" \| ", row[2:].removesuffix(" |")) for row in rows if row.startswith("| ")]


def test_the_templates_page_tells_what_each_template_is_given(root, reference_site):
    given: dict[str, set[str]] = defaultdict(set)
    checked = check(reference_site).site
    assert checked
    linked = Linked(frames=FramesView("embed.css", "embed.js", "share.js", "overview.js", "earlier.js", "fragment.js"))
    for page in plan_pages(checked, {}, linked):
        given[page.template] |= page.values.keys() - COMMON
        assert page.values.keys() >= COMMON

    text = (root / "docs/templates.md").read_text(encoding="utf-8")

    rows = table(text, "| Template | Page | Given |")
    assert {CODE.findall(row[0])[0]: set(CODE.findall(" ".join(row[2:]))) for row in rows} == given
    assert {CODE.findall(row[0])[0] for row in table(text, "| Name | What it is |")} == COMMON | ADDED_BY_RENDERING


def test_the_template_of_the_page_takes_the_place_of_the_shipped_one(examples, reference_site):
    own = {example.path: example.text.encode() for example in examples("docs/templates.md")}

    files = build({**reference_site, **own}, shipped_templates()).files

    assert b"<h1>Nothing here</h1>" in files["404.html"]
    assert b'href="/lake/"' in files["404.html"]


def test_the_output_page_names_every_kind_of_file_at_the_root_of_a_site(root, reference_site):
    rows = table((root / "docs/output.md").read_text(encoding="utf-8"), "| Path | What it is |")
    told = {path for row in rows for path in CODE.findall(row[0])}

    found = {
        path.partition("/")[0] + ("/" if "/" in path else "")
        for path in build(reference_site, shipped_templates()).files
    }

    assert {"2023/" if re.fullmatch(r"\d{4}/", path) else path for path in found} | {"build.json"} == told


def test_the_output_page_names_every_key_of_build_json(root, tmp_path, run_dateline):
    (tmp_path / "site.yaml").write_text("title: A title\n", encoding="utf-8")
    assert run_dateline("build").code == 0
    rows = table((root / "docs/output.md").read_text(encoding="utf-8"), "| Key | What it is |")

    record = json.loads((tmp_path / "output/build.json").read_text(encoding="utf-8"))

    assert [CODE.findall(row[0])[0] for row in rows] == list(record)


def test_a_lost_address_is_told_as_the_output_page_shows_it(root, reference_site, tmp_path, run_dateline):
    for path, content in reference_site.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    event = tmp_path / "content/events/2024-06-15-regatta.yaml"
    run_dateline("build")
    event.write_text(event.read_text(encoding="utf-8") + "id: regatta\n", encoding="utf-8")

    ended = run_dateline("build")

    lost = "2 addresses lost: events/2024-06-15-regatta/, fr/events/2024-06-15-regatta/; "
    (told,) = re.findall(
        r"^`1 address lost: [^;]+; (.+)`$", (root / "docs/output.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert ended.stderr.splitlines() == [lost + told]
