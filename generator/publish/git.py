"""Git, as a program that is run: never through a shell, with no hooks, and with an index of our own."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.publish.errors import PublishError

# Hooks are made for what people commit. The others would write into the repository, or wait for a program to answer.
SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.splitIndex=false",
    "core.quotePath=false",
    "i18n.commitEncoding=utf-8",
    "i18n.logOutputEncoding=utf-8",
    "log.showSignature=false",
)
# What git sets for the programs that its hooks start (`git rev-parse --local-env-vars`), but for settings.
OF_A_HOOK = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
FATAL = re.compile(r"^(?:fatal|error): (.+)$", re.MULTILINE)
REMOTE = re.compile(r"^remote: ?(.*\S)\s*$", re.MULTILINE)
SECRET = re.compile(r"(?<=://)[^/@\s]+@")  # a name and a password, as in https://name:token@example.org/


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of git ended."""

    code: int
    out: bytes
    said: str  # on standard error, in English, without what opens doors

    @property
    def text(self) -> str:
        """What it gave, without the line's end."""
        return os.fsdecode(self.out).rstrip("\n")

    @property
    def why(self) -> str:
        """The line that tells why it failed; where there is none, all that it said."""
        found = FATAL.findall(self.said)
        return found[0] if found else " ".join(self.said.split()) or f"exit status {self.code}"

    @property
    def remote_words(self) -> str:
        """What the other side said, in one line; '' for nothing."""
        return " ".join(REMOTE.findall(self.said))


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a folder; with `directory`, in the repository of that `.git`, wherever the folder is."""

    folder: Path
    directory: Path | None = None

    def run(self, *arguments: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> Ended:
        """Run it to its end. Raises PublishError where there is no git."""
        program = shutil.which("git")
        if program is None:
            raise PublishError(
                "there is no git here, and a site is published by it",
                "install git: https://git-scm.com/",
                is_usage=True,
            )
        kept = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
        fixed = {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
        where = [f"--git-dir={self.directory}"] if self.directory else []
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        ended = subprocess.run(  # noqa: S603  # git, with arguments that no shell reads
            [program, *where, *settings, *arguments],
            cwd=self.folder,
            env=kept | fixed | dict(environment or {}),
            input=given,
            capture_output=True,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, SECRET.sub("", ended.stderr.decode(errors="replace")))

    def ask(self, *arguments: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> Ended:
        """The same, where it cannot fail unless the machine does. Raises PublishError with its words where it fails."""
        ended = self.run(*arguments, given=given, environment=environment)
        if ended.code:
            raise PublishError(f"'git {arguments[0]}' failed: {ended.why}")
        return ended
