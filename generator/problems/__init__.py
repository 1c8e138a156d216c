"""Mistakes in the content, each with its place and what to do about it."""

from generator.problems.nearest import did_you_mean, nearest
from generator.problems.problem import ERROR, WARNING, Place, Problem, Severity, in_order
from generator.problems.report import as_github, as_json, as_text, excerpt

__all__ = [
    "ERROR",
    "WARNING",
    "Place",
    "Problem",
    "Severity",
    "as_github",
    "as_json",
    "as_text",
    "did_you_mean",
    "excerpt",
    "in_order",
    "nearest",
]
