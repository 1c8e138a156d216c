"""Where things stand on a page, in numbers and groups, with no HTML."""

from generator.layout.chronology import Chronology, Month, Year, by_period, month_of, year_of
from generator.layout.overview import Overview, draw_overview

__all__ = ["Chronology", "Month", "Overview", "Year", "by_period", "draw_overview", "month_of", "year_of"]
