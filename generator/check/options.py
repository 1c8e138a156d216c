"""What may be asked of a check or a build, beyond what the site itself says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Each option changes what is made, so that all of them belong to what a build is remembered by."""

    as_of: int | None = None  # a day number
    drafts: bool = False
    base_url: str | None = None  # in place of the site's own
    offline: bool = False  # whether the site is to be read from a disk, without a server
    can_search: bool = False  # whether what makes a full-text search is installed
