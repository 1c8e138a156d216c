"""Citations of what a site rests on and of its own pages: for people in two styles, for programs in three formats."""

from generator.plan.citing.apa import apa
from generator.plan.citing.bibtex import bibtex
from generator.plan.citing.chicago import chicago
from generator.plan.citing.csl import csl
from generator.plan.citing.ris import ris
from generator.plan.citing.work import Work, works_of

__all__ = ["Work", "apa", "bibtex", "chicago", "csl", "ris", "works_of"]
