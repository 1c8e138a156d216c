"""Where things stand on a page, in numbers and groups, with no HTML."""

from generator.layout.chronology import Chronology, Month, Year, by_period, year_of

__all__ = ["Chronology", "Month", "Year", "by_period", "year_of"]
