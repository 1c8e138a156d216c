import re
import tomllib

import pytest

from generator.version import __version__

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def pages(root):
    return sorted([*root.glob("*.md"), *root.glob("docs/**/*.md")])


def prose(path):
    return FENCED.sub("", path.read_text(encoding="utf-8"))


def anchors(path):
    """The addresses of a page's headings, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(prose(path))}


def test_every_link_of_the_documentation_leads_somewhere(root):
    lost = []
    for page in pages(root):
        for link in LINK.findall(re.sub(r"`[^`]*`", "", prose(page))):
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if "://" not in link and (not target.exists() or (anchor and anchor not in anchors(target))):
                lost.append(f"{page.relative_to(root)}: {link}")

    assert lost == []


def test_no_line_of_prose_is_longer_than_120_characters(root):
    long = [
        f"{page.relative_to(root)}: {line[:40]}…"
        for page in pages(root)
        for line in prose(page).splitlines()
        if len(line) > 120 and not line.startswith("|")
    ]

    assert long == []


def test_the_architecture_fits_in_120_lines_and_names_the_rooms_as_the_contract_has_them(root):
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract for contract in project["tool"]["importlinter"]["contracts"]}
    layers = contracts["rooms"]["layers"]

    assert len(text.splitlines()) <= 120
    assert " → ".join(layers) in text
    rooms = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert sorted(rooms) == sorted(re.findall(r"\w+", " ".join(layers)))


@pytest.mark.parametrize("part", ["Context", "Choice", "Given up"])
def test_each_decision_tells_its_context_its_choice_and_what_was_given_up(root, part):
    decisions = sorted((root / "docs/adr").glob("[0-9]*.md"))

    assert [path.name for path in decisions if f"## {part}\n" not in path.read_text(encoding="utf-8")] == []
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))


def test_every_decision_is_listed_under_its_title(root):
    listed = (root / "docs/adr/README.md").read_text(encoding="utf-8")

    for path in (root / "docs/adr").glob("[0-9]*.md"):
        number, title = re.findall(r"^# (\d+): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[0]
        assert f"| [{number}]({path.name}) | {title} |" in listed


def test_the_newest_entry_of_the_changelog_is_this_version(root):
    versions = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert versions[0] == __version__


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/templates.md"])
def test_every_path_of_this_repository_that_a_page_names_is_there(root, page):
    named = re.findall(r"`((?:generator|tests|templates|docs|tools)/[\w./-]*)`", prose(root / page))
    invented = {"tests/invalid/no-weather/", "templates/type.html", "templates/"}

    assert [path for path in named if not (root / path).exists() and path not in invented] == []
