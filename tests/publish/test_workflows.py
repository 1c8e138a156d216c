"""The workflows that serve a site on GitHub Pages: held against GitHub's schema, and their steps run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.version import __version__

ROOT = Path(__file__).parent.parent.parent
WORKFLOW = ".github/workflows/pages.yml"
BASE_URL = "https://anna.github.io/dossier"
PINNED = re.compile(r"^ +uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@pytest.fixture(scope="module")
def starter(tmp_path_factory):
    """What `dateline new --pages` writes."""
    folder = tmp_path_factory.mktemp("starter") / "mine"
    run([sys.executable, "-P", "-m", "generator", "new", "--pages", folder], ROOT, {"PYTHONPATH": str(ROOT)})
    return folder


@pytest.fixture(params=["the starter's", "this repository's"])
def folder(request, starter):
    return starter if request.param == "the starter's" else ROOT


@pytest.fixture
def workflow(folder):
    return yaml.load((folder / WORKFLOW).read_text(encoding="utf-8"), yaml.BaseLoader)


def run(command, cwd, environment, code=0):
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "GH_", "MAKE"))
    }
    ended = subprocess.run(
        command,
        cwd=cwd,
        env=clean | {name: str(value) for name, value in environment.items()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == code, f"{command}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout + ended.stderr


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-workflows", WORKFLOW), ("vendor.dependabot", ".github/dependabot.yml")]
)
def test_github_reads_the_files(folder, schema, file):
    program = Path(sys.executable).parent / "check-jsonschema"

    assert "ok" in run([program, "--builtin-schema", schema, folder / file], folder, {})


def test_nothing_in_them_is_known_to_be_unsafe(folder):
    program = Path(sys.executable).parent / "zizmor"

    run([program, "--offline", "--no-config", "--quiet", "--persona=auditor", folder / ".github"], folder, {})


def test_each_job_may_do_only_what_it_needs(workflow):
    allowed = {name: job["permissions"] for name, job in workflow["jobs"].items()}

    assert workflow["permissions"] == {}
    assert allowed == {
        "address": {"pages": "read"},
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_nothing_is_deployed_for_a_pull_request_and_no_deployment_is_cancelled(workflow):
    deploy = workflow["jobs"]["deploy"]

    assert deploy["if"] == "github.event_name != 'pull_request'"
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert workflow["concurrency"]["cancel-in-progress"] == "false"


def test_actions_are_named_by_commit_and_version(folder):
    used = [line for line in (folder / WORKFLOW).read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert len(used) == 8
    assert [line for line in used if not PINNED.match(line)] == []


def test_credentials_are_not_kept_and_the_cache_is_one_for_each_commit(workflow):
    steps = {step["name"]: step for step in workflow["jobs"]["build"]["steps"]}
    names = list(steps)

    assert steps["Check out"]["with"]["persist-credentials"] == "false"
    cache = steps["Remember what was built before"]["with"]
    assert cache == {"path": ".cache", "key": "dateline-${{ github.sha }}", "restore-keys": "dateline-"}
    assert names.index("Check") < names.index("Build")


def test_commands_have_no_expressions_in_them(workflow):
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]

    assert len(commands) == 5
    assert [command for command in commands if "${{" in command] == []


def test_the_starter_is_built_by_the_version_that_wrote_it(starter):
    assert f"\n  DATELINE: {__version__} # " in (starter / WORKFLOW).read_text(encoding="utf-8")


def test_who_has_not_set_up_pages_is_told_by_the_first_failure(workflow, tmp_path):
    (step,) = [step for step in workflow["jobs"]["address"]["steps"] if "run" in step]
    assert step["if"] == "failure()"

    said = run(["bash", "-c", step["run"]], tmp_path, {"GITHUB_STEP_SUMMARY": tmp_path / "summary"})

    assert "::error title=GitHub Pages is not set up::Settings → Pages → Source: GitHub Actions" in said
    assert "Settings → Pages" in (tmp_path / "summary").read_text(encoding="utf-8")


def test_a_plain_new_site_has_no_workflow(run_dateline, tmp_path):
    run_dateline("new", "mine")

    assert not (tmp_path / "mine/.github").exists()


def test_what_to_do_next_is_said_with_the_one_setting(run_dateline):
    said = run_dateline("new", "--pages", "mine").stdout

    assert "Settings → Pages → Source: GitHub Actions" in said
    assert "git push -u origin main" in said


# The steps, as written, in a clean clone


class Runner:
    """A machine of GitHub's: a clean clone, and the variables that steps are given."""

    def __init__(self, source, place, environment):
        self.clone, self.place = place / "clone", place
        run(["git", "clone", "--quiet", source, self.clone], place, {})
        self.workflow = yaml.load((self.clone / WORKFLOW).read_text(encoding="utf-8"), yaml.BaseLoader)
        self.summary = place / "summary"
        self.variables = {
            **environment,
            **self.workflow.get("env", {}),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": self.clone,
            "GITHUB_STEP_SUMMARY": self.summary,
            "GITHUB_OUTPUT": place / "output",
            "GITHUB_ENV": place / "env",
            "RUNNER_TEMP": place,
        }

    def step(self, step, outputs, code=0):
        given = {
            name: EXPRESSION.sub(lambda found: outputs[found[1]], value) for name, value in step.get("env", {}).items()
        }
        script = self.place / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", script]
        return run(command, self.clone, self.variables | given, code)

    def build(self, base_url):
        """Every command of the build, in order; the page that readers see first."""
        outputs = {"needs.address.outputs.base_url": base_url}
        for step in self.workflow["jobs"]["build"]["steps"]:
            if "run" in step:
                self.step(step, outputs)
        return (self.clone / "output/index.html").read_text(encoding="utf-8")

    def check(self):
        (step,) = [step for step in self.workflow["jobs"]["build"]["steps"] if step.get("name") == "Check"]
        return self.step(step, {}, code=1)


def committed(folder):
    who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
    for arguments in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "-m", "Begin"]):
        run(["git", *arguments], folder, {})


@pytest.fixture(scope="module")
def starter_runner(starter, tmp_path_factory):
    """Python is set up in a folder; the package index is the configured one, and beside it this version's wheel."""
    place = tmp_path_factory.mktemp("runner")
    wheels = place / "wheels"
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", wheels]
    run(build, ROOT, {})
    run([sys.executable, "-m", "venv", place / "python"], place, {})
    locked = re.findall(r"^[a-z0-9-]+==\S+", (ROOT / "requirements/site.txt").read_text(encoding="utf-8"), re.MULTILINE)
    (place / "locked.txt").write_text("\n".join(locked), encoding="utf-8")
    committed(starter)
    environment = {
        "PATH": f"{place / 'python/bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_FIND_LINKS": wheels,
        "PIP_CONSTRAINT": place / "locked.txt",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    return Runner(starter, place, environment)


def test_the_steps_of_the_starter_build_the_site_with_the_address_of_pages(starter_runner):
    page = starter_runner.build(BASE_URL)

    assert f'rel="canonical" href="{BASE_URL}/"' in page
    assert "<style>" in (starter_runner.place / "chronology.html").read_text(encoding="utf-8")
    assert "### Dateline: no problems\n" in starter_runner.summary.read_text(encoding="utf-8")
    assert (starter_runner.clone / "output/pagefind").is_dir()
    assert run(["git", "status", "--porcelain"], starter_runner.clone, {}) == ""

    for mistake in range(12):
        bad = starter_runner.clone / f"content/events/bad-{mistake:02}.yaml"
        bad.write_text("title: Talks\ndate: 2023-04-31\n", encoding="utf-8")
    starter_runner.summary.unlink()

    said = starter_runner.check()

    assert "::error file=content/events/bad-00.yaml,line=2,col=7" in said
    summary = starter_runner.summary.read_text(encoding="utf-8")
    assert summary.startswith("### Dateline: 12 errors\n\n```text\n")
    assert all(f"content/events/bad-{mistake:02}.yaml:2:7: " in summary for mistake in range(12))


def test_the_steps_of_this_repository_build_its_own_site(tmp_path):
    runner = Runner(ROOT, tmp_path, {})

    assert f'rel="canonical" href="{BASE_URL}/"' in runner.build(BASE_URL)
    assert 'rel="canonical"' not in runner.build("")  # a pull request has no address
    assert "<style>" in (tmp_path / "chronology.html").read_text(encoding="utf-8")
    assert run(["git", "status", "--porcelain"], runner.clone, {}) == ""
