"""What stops a build before or while it touches the disk, in words for people."""


class SiteError(ValueError):
    """The site's folder cannot be read: what is wrong, and in `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class OutputError(ValueError):
    """The output cannot be written: what is wrong, and in `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def reason(error: OSError) -> str:
    """Why the system refused, without the path and the number: 'Permission denied'."""
    return error.strerror or type(error).__name__
