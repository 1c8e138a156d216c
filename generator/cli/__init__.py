"""The command line. What a command needs is imported when it runs, so that help and unchanged builds start at once."""

from generator.cli.start import main

__all__ = ["main"]
