"""What is wrong with a date, in the author's words."""


class DateError(ValueError):
    """A date that cannot be read, or can be read in two ways. `hint` says what to write instead, and may be empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
