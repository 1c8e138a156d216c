"""Who may ask: pages of the preview itself, and nobody else's.

Any page of the web may make a browser ask this machine for something, or give its own name this machine's address (DNS
rebinding). What it could read so is a site that nobody has published.
"""

from collections.abc import Collection, Mapping

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  # the addresses that stand for all of this machine's


def allowed_names(host: str) -> Collection[str] | None:
    """The names under which a preview that listens there may be asked for; None for any.

    Who listens on every address wants to be reached from elsewhere, under names that are not known here.
    """
    if host in EVERYWHERE:
        return None
    return LOCAL | {f"[{host}]" if ":" in host else host.lower()}


def refusal(headers: Mapping[str, str], names: Collection[str] | None) -> str:
    """Why a request is refused; '' where it is not."""
    asked = headers.get("host", "")
    name = asked.rpartition(":")[0] if asked.rpartition(":")[2].isdigit() else asked
    if names is not None and name.lower() not in names:
        return f"This preview does not answer to the name '{name}'."
    if headers.get("sec-fetch-site") == "cross-site":
        return "This preview does not answer to pages of other sites."
    return ""
