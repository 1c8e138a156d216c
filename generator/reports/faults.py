"""What keeps a document from being written, in words for whoever asked for it."""


class ReportFault(Exception):
    """A document cannot be written: `str()` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
