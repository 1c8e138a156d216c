"""Values of options and arguments that several commands take."""

from pathlib import Path

import click

SITE_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


def base_url_given(given: str | None) -> str | None:
    """A web address below which pages can stand."""
    address_given(given, "--base-url")
    if given is not None and ("?" in given or "#" in given):
        message = f"'{given}' has a '?' or a '#' in it: no page can stand below it"
        raise click.BadParameter(message, param_hint="'--base-url'")
    return given


def address_given(given: str | None, option: str) -> str | None:
    """The web address that an option has; BadParameter where it is none."""
    if given is not None and not given.lower().startswith(("http://", "https://")):
        raise click.BadParameter(f"'{given}' is not a web address; it begins with https://", param_hint=f"'{option}'")
    return given
