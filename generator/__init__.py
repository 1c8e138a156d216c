"""Dateline: a chronological, checked timeline from plain files, as static HTML.

`Timeline` is what Python and notebooks have of it; docs/notebooks.md tells of it. All else here may change.
"""

from generator.version import __version__

TYPE_CHECKING = False  # as `typing` has it, which takes 4 ms to import

if TYPE_CHECKING:
    from generator.timeline import ContentError, SelectionFault, Timeline

__all__ = ["ContentError", "SelectionFault", "Timeline", "__version__"]


def __getattr__(name: str) -> object:
    """What is imported when it is asked for: a command line that is to start at once needs none of it."""
    if name in ("ContentError", "SelectionFault", "Timeline"):
        from generator import timeline

        return getattr(timeline, name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
