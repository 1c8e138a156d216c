"""The start of the command line. What takes long to load is loaded only for what needs it."""

import gc
import os
import sys


def main() -> None:
    """Run the command that the arguments name."""
    gc.disable()  # a command ends before there is anything to collect, and looking for it takes a tenth of its time
    if sys.getfilesystemencoding() != "utf-8":  # the locale's, which could not name every page
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  # ourselves
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is ours, and looking for them takes 10 ms
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character shows its number
    try:
        _run()
    except SystemExit as end:
        _leave(end)
    except KeyboardInterrupt:  # before there was a command that could end by itself
        sys.stderr.write("\nAborted!\n")
        sys.exit(1)


def _run() -> None:
    from generator.cli.standing import answered, first_look

    look = first_look(sys.argv[1:])
    if look is not None and answered(look):
        sys.exit(0)

    from generator.cli.app import dateline

    dateline(prog_name="dateline", obj=look)


def _leave(end: SystemExit) -> None:
    """End at once where all was said: Python gives a site's memory back piece by piece, for a tenth of a second."""
    if not isinstance(end.code, int):
        raise end
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more: Python has its own way with that
        raise end from None
    os._exit(end.code)
