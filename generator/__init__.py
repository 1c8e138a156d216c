"""Dateline builds a chronological, checked timeline from plain files, as static HTML."""

__version__ = "0.1.0"
