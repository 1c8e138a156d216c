"""What stops a site from being published, in words for people."""


class PublishError(ValueError):
    """The site was not published: why, and in `hint` what to do.

    `is_usage` tells that the command must be given otherwise; else the content, the remote or the network stood in the
    way.
    """

    def __init__(self, message: str, hint: str = "", *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.is_usage = is_usage
