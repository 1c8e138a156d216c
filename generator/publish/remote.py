"""The remote: fetching what stands on the branch, and pushing a commit to it, or telling why neither can be done."""

import re
from dataclasses import dataclass

from generator.publish.errors import PublishError
from generator.publish.git import Ended, Git

PRIVATE = "refs/dateline/"  # what was seen of remotes: apart from branches, tags and what `git fetch` follows
NO_SUCH_BRANCH = 2  # as ls-remote says it
NETWORK = "look at the network and at the remote's address, and publish again"
# What git says of a remote that it cannot use, and what helps. The first that fits.
TROUBLES = (
    (
        r"could not read (Username|Password)|Authentication failed|Permission (denied|to )|error: 40[13]",
        "git must be able to sign in there, and to write: try 'git ls-remote {remote}' by hand",
    ),
    (r"Host key verification failed", "ssh does not know that host yet: 'git ls-remote {remote}' asks whether it may"),
    (
        r"does not appear to be a git repository|not found|does not exist|not exported",
        "is this its address? 'git remote get-url {remote}' shows it, 'git remote set-url {remote} ADDRESS' changes it",
    ),
    (r"", NETWORK),
)
OUTRUN = re.compile(r"stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value")
REFUSED = re.compile(r"^!\t[^\t]*\t(?:\[[^]]*\] )?\(?(.*?)\)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Remote:
    """A branch of a remote."""

    git: Git
    name: str
    branch: str

    @property
    def ref(self) -> str:
        """The branch as the remote knows it."""
        return f"refs/heads/{self.branch}"

    @property
    def seen_ref(self) -> str:
        """Where what was fetched of it is kept, so that the next time little is sent."""
        return f"{PRIVATE}{self.name}/{self.branch}"

    def fetch(self) -> str:
        """Fetch the branch and what it was made from: the name of its newest commit; '' where there is no branch."""
        listed = self.git.run("ls-remote", "--exit-code", self.name, self.ref)
        if listed.code == NO_SUCH_BRANCH:
            return ""
        if listed.code:
            raise self._unreachable(listed)
        quiet = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-gc")
        fetched = self.git.run("fetch", *quiet, "--refmap=", self.name, f"+{self.ref}:{self.seen_ref}")
        if fetched.code:
            raise self._unreachable(fetched)
        return self.git.ask("rev-parse", "--verify", f"{self.seen_ref}^{{commit}}").text

    def push(self, commit: str, seen: str) -> None:
        """Let the branch be this commit, if it still is what was seen. Raises PublishError, with nothing changed."""
        lease = f"--force-with-lease={self.ref}:{seen}"
        quiet = ("--porcelain", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", "--no-signed")
        ended = self.git.run("push", *quiet, lease, self.name, f"{commit}:{self.ref}")
        if ended.code:
            refused = REFUSED.search(ended.text)
            raise self._refused(refused[1], ended.remote_words) if refused else self._unreachable(ended)
        self.git.ask("update-ref", self.seen_ref, commit)

    def _refused(self, why: str, words: str) -> PublishError:
        where = f"the branch '{self.branch}' of '{self.name}'"
        if OUTRUN.search(f"{why} {words}"):
            hint = "publish again: what was pushed is then looked at first"
            return PublishError(f"somebody else pushed to {where} meanwhile; nothing was published", hint)
        said = f": {words}" if words else ""
        hint = "the remote's owner can tell: a rule for this branch, a file too large, no leave to write"
        return PublishError(f"the remote refuses to change {where} ({why}){said}", hint)

    def _unreachable(self, ended: Ended) -> PublishError:
        hint = next(hint for pattern, hint in TROUBLES if re.search(pattern, ended.said))
        said = f" ({ended.remote_words})" if ended.remote_words else ""
        message = f"the remote '{self.name}' cannot be reached: {ended.why}{said}; nothing was published"
        return PublishError(message, hint.format(remote=self.name))
