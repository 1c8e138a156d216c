"""What stops a build before or while it touches the disk, in words for people."""


class SiteError(ValueError):
    """The site's folder cannot be read: what is wrong, and in `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class OutputError(ValueError):
    """The output cannot be written: what is wrong, and in `hint` what to do.

    `is_usage` tells that another output must be named; else the disk, or another build, stood in the way.
    """

    def __init__(self, message: str, hint: str = "", *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.is_usage = is_usage


def reason(error: OSError) -> str:
    """Why the system refused, without the path and the number: 'Permission denied'."""
    return error.strerror or type(error).__name__
