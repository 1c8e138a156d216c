"""The scripts as they are typed, and as they are published."""

import gzip
import json
import shutil
import subprocess

import pytest

from generator.cli.shipped import shipped_templates
from generator.model.settings import Theme
from generator.render.assets import publish_assets
from generator.render.scripts import squeezed
from generator.render.sheets import tightened
from tests.filters.conftest import REPOSITORY

WEB = REPOSITORY / "tests/web"
SCRIPTS = sorted((REPOSITORY / "templates/assets/script").glob("*.js"))
UNSAFE = ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write")
RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, ' ').replaceAll(', ', ','));
}"""


def test_the_types_of_the_scripts_hold():
    program = WEB / "node_modules/typescript/bin/tsc"

    ended = subprocess.run(
        [shutil.which("node") or "node", program, "--noEmit", "--project", WEB / "tsconfig.json"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.stdout == ""
    assert ended.returncode == 0
    assert json.loads((WEB / "tsconfig.json").read_text())["compilerOptions"].items() >= {
        ("strict", True),
        ("checkJs", True),
    }


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_a_function_that_runs_at_once_and_builds_no_html_from_strings(script):
    text = script.read_text()

    body = "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip()
    assert body.startswith("(() => {")
    assert body.endswith("})();")
    assert '"use strict";' in body
    assert [word for word in UNSAFE if word in body] == []


def test_all_scripts_together_are_one_small_file():
    linked, files = publish_assets(shipped_templates(), Theme())

    (script,) = linked.scripts
    assert len(gzip.compress(files[script], 9)) <= 12_000


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ("a = 1; // one\n  b = 2;\n", "a=1;b=2;"),
        ("f(\n  a,\n  [b],\n)\n(c)", "f(a,[b],)\n(c)"),
        ("a\n  ++b\nif (c) {\n  return\n}\nd", "a\n++b\nif(c){return}\nd"),
        ("`${\n  a\n}\n  b`\n`c;`\n  d", "`${a}\n  b`\n`c;`\nd"),
        ("/** @type {X} */ (one).two", "(one).two"),
        ("/*! Licence */ x", "/*! Licence */ x"),
        ("return/* x */y", "return y"),
        ("return /* x\n */ y", "return \ny"),
        ("x = 'a // b'; y = \"/* c */\"", "x='a // b';y=\"/* c */\""),
        ("x = `a // b  ${ c /* d */ + `  e` }  /* f */`", "x=`a // b  ${c + `  e`}  /* f */`"),
        ("x = y / 2 / 3; // 4", "x=y / 2 / 3;"),
        ('x.match(/[/"]  \\/\\/ a/g)', 'x.match(/[/"]  \\/\\/ a/g)'),
        ("return /a  b/.test(c)", "return /a  b/.test(c)"),
        ("a < !--b", "a < !--b"),
        ("a + +b - -c", "a + +b - -c"),
        ("x = `unfinished  ${", "x=`unfinished  ${"),
    ],
)
def test_a_published_script_has_lost_only_comments_and_blanks(script, published):
    assert squeezed(script) == published


def test_the_published_script_says_the_same_as_its_source(tmp_path):
    """TypeScript leaves comments and blanks out in its own way: of both texts the same must be left."""
    source = "\n".join(path.read_text() for path in SCRIPTS)
    for name, text in {"source": source, "published": squeezed(source)}.items():
        (tmp_path / f"{name}.js").write_text(text)
    compare = """
const fs = require("fs"), vm = require("vm");
for (const name of process.argv.slice(1)) new vm.Script(fs.readFileSync(name, "utf8"));
const bare = (name) => fs.readFileSync(name, "utf8")
  .replace(/\\/\\*[^]*?\\*\\//g, "").replace(/(^|\\s)\\/\\/ .*$/gm, "").replace(/\\s+/g, "");
const [one, other] = process.argv.slice(1).map(bare);
console.log(one === other ? "same" : "other");
"""
    command = [shutil.which("node") or "node", "-e", compare, tmp_path / "source.js", tmp_path / "published.js"]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "same\n"


@pytest.mark.parametrize(
    ("sheet", "published"),
    [
        ("a { color : red ; }\n\n/* x */ b > c { d: e, f }", "a{color : red;}b > c{d: e,f}"),
        ('.x :is(.y) { content: "/* a  ;  b */" }', '.x :is(.y){content: "/* a  ;  b */"}'),
        ("style/1.css\nstyle/2.css", "style/1.css style/2.css"),
        ("a { background: url(x;y  z.png) }", "a{background: url(x;y  z.png)}"),
        ("/*! Licence */ a { b: c }", "/*! Licence */ a{b: c}"),
        ("@media (a) and (b) { c /* d */ e { f: calc(1px + 2px) } }", "@media (a) and (b){c e{f: calc(1px + 2px)}}"),
    ],
)
def test_a_published_style_sheet_has_lost_only_comments_and_blanks(sheet, published):
    assert tightened(sheet) == published


def test_a_browser_reads_the_published_style_sheet_as_it_reads_the_source(browser):
    source = "\n".join(path.read_text() for path in sorted((REPOSITORY / "templates/assets/style").glob("*.css")))
    with browser.new_context() as context:
        page = context.new_page()

        rules = page.evaluate(RULES, source)
        assert len(rules) > 300
        assert page.evaluate(RULES, tightened(source)) == rules
