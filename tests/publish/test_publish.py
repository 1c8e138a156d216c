"""Publishing as its author meets it, with a real remote."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.disk.write import write_site
from generator.publish.git import Git
from generator.publish.snapshot import store_site

ROOT = Path(__file__).parent.parent.parent
SECOND = "title: A second\ndate: 2023-05-01\ndate_note: As everybody saw\n"


@pytest.fixture(params=["file", "daemon"])
def either(request, author):
    """The remote over file, and over git's own server."""
    return request.getfixturevalue("served") if request.param == "daemon" else author


def test_a_first_push_puts_the_site_on_a_branch_and_touches_nothing_else(either):
    before = either.untouched()

    ended = either.publish()

    assert (ended.code, ended.stderr) == (0, "")
    record = json.loads(either.site.read("output/build.json"))
    assert either.remote.files() == {*record["files"], "build.json"}
    assert either.remote.git("show", "gh-pages:index.html") == either.site.read("output/index.html").strip()
    assert either.untouched() == before
    assert either.own.git("status", "--porcelain") == ""
    assert "published to branch 'gh-pages' of 'origin': " in ended.stdout
    assert "once, on GitHub: Settings → Pages → Deploy from a branch → gh-pages" in ended.stdout


def test_a_second_push_of_the_same_site_makes_no_commit(either):
    either.publish()
    first = either.remote.git("rev-parse", "gh-pages")

    ended = either.publish()

    assert (ended.code, ended.stderr) == (0, "")
    assert "nothing to publish: branch 'gh-pages' of 'origin' has this site already" in ended.stdout
    assert either.remote.git("rev-parse", "gh-pages") == first


def test_a_changed_site_is_a_commit_on_top_of_the_last(either):
    either.publish()
    first = either.remote.git("rev-parse", "gh-pages")
    either.commit("content/events/second.yaml", SECOND)
    before = either.untouched()

    ended = either.publish()

    assert ended.code == 0
    assert either.remote.git("rev-parse", "gh-pages^") == first
    assert "events/second/index.html" in either.remote.files()
    assert either.untouched() == before
    assert "added, " in ended.stdout
    assert "Settings" not in ended.stdout


def test_what_was_removed_from_the_site_is_removed_from_the_branch(author):
    author.commit("content/events/second.yaml", SECOND)
    author.publish()
    author.own.git("rm", "--quiet", "content/events/second.yaml")
    author.own.git("commit", "--quiet", "-m", "Take it back")

    ended = author.publish()

    assert " removed" in ended.stdout
    assert "events/second/index.html" not in author.remote.files()


def test_the_commit_says_what_the_site_was_made_from_and_bears_our_mark(author):
    author.publish()
    tree = author.remote.git("rev-parse", "gh-pages^{tree}")
    short = author.own.git("rev-parse", "--short", "HEAD")

    assert author.remote.git("show", "-s", "--format=%B", "gh-pages").split("\n") == [
        f"Publish the site of {short}",
        "",
        f"Dateline-Tree: {tree}",
    ]


def test_a_message_of_ones_own_is_taken(author):
    author.publish("--message", "Été: tell of Ōsaka\n\n# and of more")

    told = author.remote.git("show", "-s", "--format=%B", "gh-pages")
    assert told.startswith("Été: tell of Ōsaka\n\n# and of more\n\nDateline-Tree: ")
    assert author.publish().stdout.count("nothing to publish") == 1


def test_a_dry_run_says_what_would_be_pushed_and_pushes_nothing(either):
    ended = either.publish("--dry-run")

    assert ended.code == 0
    assert "would publish to branch 'gh-pages' of 'origin': " in ended.stdout
    assert "nothing was pushed" in ended.stdout
    assert either.remote.git("for-each-ref") == ""


def test_a_site_in_a_folder_of_a_repository_is_published_as_the_root_of_the_branch(author, tmp_path):
    folder = author.own.root / "dossiers" / "one"
    folder.mkdir(parents=True)
    for name in ("site.yaml", "content", ".gitignore"):
        author.own.git("mv", name, f"dossiers/one/{name}")
    author.own.git("commit", "--quiet", "-m", "Move")
    author.site.write("notes.txt", "not the site's\n")

    ended = author.run("publish", str(folder), environment={"HOME": str(tmp_path), **dict(_who())})

    assert (ended.code, ended.stderr) == (0, "")
    assert "index.html" in author.remote.files()


def _who():
    return {f"GIT_{part}_{what}": "anna@x.org" for part in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def test_a_shallow_clone_publishes_and_stays_as_shallow_as_it_was(author, tmp_path):
    author.publish()
    author.commit("content/events/second.yaml", SECOND)
    author.own.git("push", "--quiet", "origin", "main")
    author.own.git("clone", "--quiet", "--depth=1", "--branch=main", f"file://{author.remote.root}", "../shallow")
    shallow = replace(author, own=replace(author.own, root=tmp_path / "shallow"))
    before = shallow.untouched()

    ended = shallow.publish()

    assert (ended.code, ended.stderr) == (0, "")
    assert author.remote.git("rev-list", "--count", "gh-pages") == "2"
    assert shallow.untouched() == before


def test_a_second_work_tree_publishes_too(author, tmp_path):
    author.publish()
    author.own.git("worktree", "add", "--quiet", "../other", "-b", "other")
    other = replace(author, own=replace(author.own, root=tmp_path / "other"))

    ended = other.publish("--branch", "preview")

    assert (ended.code, ended.stderr) == (0, "")
    assert author.remote.files("preview") == author.remote.files("gh-pages")


# What is kept, and what belongs to others


def test_cname_and_nojekyll_are_kept_and_github_may_write_them(author):
    author.publish()
    author.colleague("CNAME", "dossier.example.org\n")
    author.commit("content/events/second.yaml", SECOND)

    ended = author.publish()

    assert (ended.code, ended.stderr) == (0, "")
    assert {"CNAME", ".nojekyll", "events/second/index.html"} <= author.remote.files()
    assert author.remote.git("show", "gh-pages:CNAME") == "dossier.example.org"
    assert author.publish().stdout.count("nothing to publish") == 1


def test_commits_of_others_are_refused_and_named(either):
    either.publish()
    either.colleague("index.html", "by hand\n")
    tip = either.remote.git("rev-parse", "gh-pages")
    either.commit("content/events/second.yaml", SECOND)

    ended = either.publish()

    assert ended.code == 1
    assert "is what 'dateline publish' did not make: " in ended.stderr
    assert "Mend index.html (Ben)" in ended.stderr
    assert "--force" in ended.stderr
    assert either.remote.git("rev-parse", "gh-pages") == tip


def test_with_force_the_site_stands_on_top_of_them_and_they_stay_in_the_history(author):
    author.publish()
    author.colleague("index.html", "by hand\n")
    tip = author.remote.git("rev-parse", "gh-pages")

    ended = author.publish("--force")

    assert ended.code == 0
    assert author.remote.git("rev-parse", "gh-pages^") == tip
    assert author.remote.git("show", "gh-pages:index.html") != "by hand"
    assert author.publish().code == 0


def test_a_commit_of_ours_that_was_amended_is_not_ours(author):
    author.publish()
    clone = author.colleague("CNAME", "a.example.org\n")
    clone.git("reset", "--quiet", "--soft", "HEAD^")
    (clone.root / "index.html").write_text("by hand", encoding="utf-8")
    clone.git("commit", "--quiet", "--all", "--amend", "--no-edit")
    clone.git("push", "--quiet", "--force")

    assert "did not make: " in author.publish().stderr


def test_a_branch_that_was_filled_before_is_refused(author):
    author.own.git("push", "--quiet", "origin", "main:gh-pages")

    ended = author.publish()

    assert ended.code == 1
    assert "Begin (Anna)" in ended.stderr


def test_what_others_put_into_the_output_is_left_out_and_named(author):
    author.site.build()
    author.site.write("output/draft.txt", "not for everybody")

    ended = author.publish()

    assert "left out, since no build made it: draft.txt" in ended.stderr
    assert "draft.txt" not in author.remote.files()


# Somebody else is quicker, or nobody is there


def test_who_pushed_meanwhile_is_not_overwritten(either, tmp_path):
    either.publish()
    either.commit("content/events/second.yaml", SECOND)
    clone = either.colleague("CNAME", "a.example.org\n")
    (clone.root / "CNAME").write_text("b.example.org\n", encoding="utf-8")
    clone.git("commit", "--quiet", "--all", "-m", "Meanwhile")

    ended = either.publish(environment={"PATH": git_that_first(tmp_path, f"git -C '{clone.root}' push --quiet")})

    assert ended.code == 1
    assert "somebody else pushed to the branch 'gh-pages' of 'origin' meanwhile; nothing was published" in ended.stderr
    assert either.remote.git("log", "-1", "--format=%s", "gh-pages") == "Meanwhile"
    assert either.publish().code == 0
    assert either.remote.git("show", "gh-pages:CNAME") == "b.example.org"


def test_who_made_the_branch_meanwhile_is_not_overwritten(either, tmp_path):
    first = f"git -C '{either.own.root}' push --quiet '{either.remote.root}' main:gh-pages"

    ended = either.publish(environment={"PATH": git_that_first(tmp_path, first)})

    assert ended.code == 1
    assert "somebody else pushed" in ended.stderr
    assert either.remote.git("log", "-1", "--format=%s", "gh-pages") == "Begin"


def git_that_first(tmp_path, command, and_then=""):
    """A path on which `git push` comes after a command of somebody else's, as if they had been quicker."""
    folder = tmp_path / "quicker"
    folder.mkdir()
    program = folder / "git"
    path = os.environ["PATH"]
    real = subprocess.run(["which", "git"], capture_output=True, encoding="utf-8", check=True).stdout.strip()
    program.write_text(
        f'#!/bin/sh\ncase " $* " in *" push "*) PATH="{path}"; {command};{and_then} esac\nexec {real} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}:{path}"


def test_without_a_network_nothing_is_published_and_that_is_said(author, free_port):
    author.own.git("remote", "set-url", "origin", f"git://127.0.0.1:{free_port}/remote.git")
    before = author.untouched()

    ended = author.publish()

    assert ended.code == 1
    assert "dateline: the remote 'origin' cannot be reached: unable to connect to 127.0.0.1" in ended.stderr
    assert "look at the network and at the remote's address" in ended.stderr
    assert author.untouched() == before


def test_a_remote_that_is_gone_and_one_that_is_not_exported_are_told_apart_from_the_network(served):
    address = served.own.git("remote", "get-url", "origin")
    for wrong in (address.replace("remote.git", "other.git"), str(served.remote.root / "none")):
        served.own.git("remote", "set-url", "origin", wrong)

        ended = served.publish()

        assert ended.code == 1
        assert "is this its address? 'git remote get-url origin' shows it" in ended.stderr


def test_a_password_in_the_address_is_not_shown(author, free_port):
    author.own.git("remote", "set-url", "origin", f"http://anna:s3cret@127.0.0.1:{free_port}/remote.git")

    ended = author.publish()

    assert ended.code == 1
    assert "cannot be reached" in ended.stderr
    assert "s3cret" not in ended.stdout + ended.stderr


def test_there_is_no_such_remote(author):
    ended = author.publish("--remote", "upstream")

    assert ended.code == 2
    assert "this repository has no remote 'upstream'\n    choose one by --remote: 'origin'" in ended.stderr
    author.own.git("remote", "remove", "origin")
    assert "say where to: git remote add origin ADDRESS" in author.publish().stderr


def test_a_remote_that_refuses_is_quoted(either):
    hook = either.remote.root / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'this branch is protected' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)

    ended = either.publish()

    assert ended.code == 1
    assert "the remote refuses to change the branch 'gh-pages' of 'origin' (pre-receive hook declined)" in ended.stderr
    assert "this branch is protected" in ended.stderr
    assert "somebody else" not in ended.stderr


def test_a_killed_push_leaves_nothing_broken(either, tmp_path):
    either.publish()
    either.commit("content/events/second.yaml", SECOND)
    before, tip = either.untouched(), either.remote.git("rev-parse", "gh-pages")
    hook = either.remote.root / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    reached = tmp_path / "reached"
    hook.write_text(f"#!/bin/sh\ntouch '{reached}'\nsleep 60\n", encoding="utf-8")
    hook.chmod(0o755)
    program = [sys.executable, "-P", "-m", "generator", "publish", str(either.own.root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), **_who()}
    with subprocess.Popen(program, env=environment, start_new_session=True, stdout=subprocess.PIPE) as publishing:
        until = time.monotonic() + 60
        while not reached.exists() and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(publishing.pid, signal.SIGKILL)
    assert reached.exists()
    hook.unlink()

    assert either.untouched() == before
    assert either.remote.git("rev-parse", "gh-pages") == tip
    either.own.git("fsck", "--no-dangling", "--strict")
    either.remote.git("fsck", "--no-dangling")
    ended = either.publish()
    assert (ended.code, ended.stderr) == (0, "")
    assert "events/second/index.html" in either.remote.files()


# What is refused before anything is built


def test_content_that_is_not_committed_is_refused_and_named(author):
    author.site.write("content/events/second.yaml", SECOND)
    author.site.write("site.yaml", "title: Another\n")
    author.site.write("notes.txt", "no content")

    ended = author.publish()

    assert ended.code == 1
    assert "dateline: content/events/second.yaml, site.yaml are not committed" in ended.stderr
    assert "commit, or publish with --force as it stands" in ended.stderr
    assert "notes.txt" not in ended.stderr
    assert not (author.own.root / "output").exists()
    assert author.publish("--force").code == 0
    told = author.remote.git("log", "-1", "--format=%s", "gh-pages")
    assert told.endswith(", with changes that are not committed")


def test_content_that_is_ignored_or_deleted_is_not_committed_either(author):
    author.commit("content/events/second.yaml", SECOND)
    (author.own.root / "content/events/second.yaml").unlink()
    author.site.write("content/events/third.yaml", "title: A third\ndate: 2023-05-01\n")
    author.commit(".gitignore", "/output/\n/.output.*\n/.cache/\nthird.yaml\n")

    ended = author.publish()

    assert "content/events/second.yaml, content/events/third.yaml are not committed" in ended.stderr


def test_content_with_strange_names_is_compared_by_its_own_name(author):
    author.commit("content/events/été à « Ōsaka ».yaml", "title: A\ndate: 2023-05-01\nid: osaka\n")

    assert (author.publish().code, author.publish().code) == (0, 0)
    author.site.write("content/events/été à « Ōsaka ».yaml", "title: B\ndate: 2023-05-01\nid: osaka\n")
    assert "été à « Ōsaka ».yaml is not committed" in author.publish().stderr


def test_a_site_marked_unfinished_is_refused(author):
    author.site.build()
    record = author.site.read("output/build.json")
    author.site.write("output/build.json", record.replace('"finished": true', '"finished": false'))

    ended = author.publish()

    assert ended.code == 1
    assert "output' is marked as unfinished: a build of it was interrupted" in ended.stderr
    assert "'dateline build' completes it" in ended.stderr
    assert author.remote.git("for-each-ref") == ""
    assert author.site.build().code == 0
    assert author.publish().code == 0


def test_a_mistake_in_the_content_stops_it(author):
    author.commit("content/events/second.yaml", "title: A second\ndate: 2023-02-30\n")

    ended = author.publish()

    assert ended.code == 1
    assert "content/events/second.yaml:2:7: " in ended.stderr
    assert author.remote.git("for-each-ref") == ""


def test_a_branch_is_not_taken_that_holds_content_or_cannot_be_one(author):
    for branch, words in {
        "main": "the branch 'main' holds your content",
        "a..b": "'a..b' cannot be the name of a branch",
        "--mirror": "'--mirror' cannot be the name of a branch",
    }.items():
        ended = author.publish(f"--branch={branch}", "--force")

        assert ended.code == 2
        assert words in ended.stderr


def test_there_is_no_repository(author, tmp_path, run_dateline):
    run_dateline("new", "elsewhere")

    ended = run_dateline("publish", "elsewhere", environment={"GIT_CEILING_DIRECTORIES": str(tmp_path)})

    assert ended.code == 2
    assert "'elsewhere' is in no git repository\n    'git init' makes one" in ended.stderr


def test_there_is_no_git(author, tmp_path):
    ended = author.publish(environment={"PATH": str(tmp_path)})

    assert ended.code == 2
    assert "there is no git here" in ended.stderr
    assert "https://git-scm.com/" in ended.stderr


def test_who_publishes_must_be_known(author):
    nobody = {f"GIT_{part}_{what}": "" for part in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    ended = author.publish(environment=nobody)

    assert ended.code == 1
    assert "git does not know who publishes" in ended.stderr
    assert "git config user.name" in ended.stderr


# The repository's own ways


def test_hooks_are_not_run(author, tmp_path):
    ran = tmp_path / "ran"
    hooks = author.own.root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    names = ("pre-push", "pre-commit", "commit-msg", "reference-transaction", "post-index-change", "post-commit")
    for name in names:
        (hooks / name).write_text(f"#!/bin/sh\necho {name} >>'{ran}'\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)

    ended = author.publish()

    assert (ended.code, ended.stderr) == (0, "")
    assert not ran.exists()


def test_filters_and_line_ends_of_the_repository_do_not_change_the_site(author):
    author.own.git("config", "core.autocrlf", "true")
    author.own.git("config", "filter.loud.clean", "tr a-z A-Z")
    author.site.write(".git/info/attributes", "*.html filter=loud\n")

    author.publish()

    shown = author.remote.git("show", "gh-pages:index.html")
    assert shown == author.site.read("output/index.html").strip()


def test_it_can_be_called_from_a_hook_with_the_environment_that_git_sets_there(author):
    before = author.untouched()
    index = author.own.root / ".git" / "index"

    ended = author.publish(environment={"GIT_DIR": ".git", "GIT_INDEX_FILE": str(index), "GIT_PREFIX": "x/"})

    assert (ended.code, ended.stderr) == (0, "")
    assert author.untouched() == before


def test_a_workflow_that_publishes_too_is_warned_of(author):
    author.commit(".github/workflows/pages.yml", "jobs: {a: {steps: [{uses: actions/deploy-pages@v5}]}}\n")
    author.commit(".github/workflows/test.yml", "jobs: {}\n")

    ended = author.publish()

    assert ended.code == 0
    assert "warning: .github/workflows/pages.yml publishes this site as well" in ended.stderr
    assert "GitHub Pages serves one source only" in ended.stderr


def test_files_are_stored_as_they_are_whatever_their_names(author):
    output = author.own.root / "output"
    files = {'a"b.txt': b"one\r\n", "c\nd.txt": b"two", "\u00e9 \u304a.txt": b"\0\xff", '"e".txt': b""}
    write_site(output, files)
    directory = author.own.root / ".git"

    stored = store_site(Git(author.own.root, directory), output).files

    assert {path: author.own.git("cat-file", "-s", name) for path, (_, name) in stored.items() if path in files} == {
        path: str(len(content)) for path, content in files.items()
    }
