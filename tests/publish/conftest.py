"""A site in a repository with a bare remote, over file and over git's own server."""

import hashlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

WHO = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Anna",
    "GIT_AUTHOR_EMAIL": "anna@example.org",
    "GIT_COMMITTER_NAME": "Anna",
    "GIT_COMMITTER_EMAIL": "anna@example.org",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A folder in which git is run."""

    root: Path
    home: Path

    def git(self, *arguments: str) -> str:
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8", **WHO}
        ended = subprocess.run(
            ["git", "-c", "init.defaultBranch=main", *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.strip()

    def files(self, branch: str = "gh-pages") -> set[str]:
        return set(self.git("ls-tree", "-r", "--name-only", branch).splitlines())


@dataclass(frozen=True, slots=True)
class Author:
    """Who publishes: a site, the repository it is in, and the remote."""

    site: Any
    own: Place
    remote: Place
    run: Callable[..., Any]

    def publish(self, *options, **more):
        return self.run("publish", str(self.own.root), *options, environment={**WHO, **more.pop("environment", {})})

    def commit(self, path, text):
        self.site.write(path, text)
        self.own.git("add", path)
        self.own.git("commit", "-m", f"Write {path}")

    def colleague(self, path, text, name="colleague"):
        """Somebody else puts a file onto the branch."""
        clone = Place(self.own.home / name, self.own.home)
        if not clone.root.exists():
            self.remote.git("clone", "--quiet", "--branch", "gh-pages", str(self.remote.root), str(clone.root))
        clone.git("pull", "--quiet")
        (clone.root / path).write_text(text, encoding="utf-8")
        clone.git("add", path)
        clone.git("commit", "--author=Ben <ben@example.org>", "-m", f"Mend {path}")
        clone.git("push", "--quiet")
        return clone

    def untouched(self):
        """All that publishing must leave as it is: branches, tags, HEAD, index, settings and files."""
        directory = self.own.root / ".git"
        kept = [directory / name for name in ("HEAD", "index", "config", "FETCH_HEAD", "ORIG_HEAD", "shallow")]
        kept += list(directory.glob("sharedindex*"))
        kept += list((directory / "hooks").iterdir())
        kept += [
            path
            for path in self.own.root.rglob("*")
            if path.is_file()
            and path.relative_to(self.own.root).parts[0] not in (".git", "output", ".output.lock", ".cache")
        ]
        digests = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept if path.exists()}
        refs = self.own.git("for-each-ref", "refs/heads", "refs/tags", "refs/stash")
        return digests, refs


@pytest.fixture
def author(site, tmp_path, run_dateline) -> Author:
    own, remote = Place(site.root, tmp_path), Place(tmp_path / "remote.git", tmp_path)
    remote.root.mkdir()
    remote.git("init", "--quiet", "--bare")
    site.write(".gitignore", "/output/\n/.output.*\n/.cache/\n")
    own.git("init", "--quiet")
    own.git("add", ".")
    own.git("commit", "--quiet", "-m", "Begin")
    own.git("remote", "add", "origin", str(remote.root))
    return Author(site, own, remote, run_dateline)


@pytest.fixture
def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(author, free_port) -> Iterator[Author]:
    """The same, with the remote behind a git daemon on loopback."""
    program = Path(author.own.git("--exec-path")) / "git-daemon"
    assert program.exists(), "git-daemon is not installed: it comes with git"
    command = [
        shutil.which("git") or "git",
        "daemon",
        "--listen=127.0.0.1",
        f"--port={free_port}",
        "--export-all",
        "--enable=receive-pack",
        f"--base-path={author.remote.root.parent}",
        "--reuseaddr",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as daemon:
        for _ in range(200):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", free_port)) == 0:
                    break
            time.sleep(0.05)
        author.own.git("remote", "set-url", "origin", f"git://127.0.0.1:{free_port}/remote.git")
        yield author
        os.killpg(daemon.pid, 15)
