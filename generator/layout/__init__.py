"""Where things stand on a page, in numbers and groups, with no HTML."""

from generator.layout.chronology import Chronology, Month, Year, by_period, month_of, year_of
from generator.layout.overview import Overview, draw_overview
from generator.layout.paging import Paged, Sheet, YearSheets, page_out, split_rows
from generator.layout.weight import change_weight, entry_weight, plan_weight, row_weight, source_weight

__all__ = [
    "Chronology",
    "Month",
    "Overview",
    "Paged",
    "Sheet",
    "Year",
    "YearSheets",
    "by_period",
    "change_weight",
    "draw_overview",
    "entry_weight",
    "month_of",
    "page_out",
    "plan_weight",
    "row_weight",
    "source_weight",
    "split_rows",
    "year_of",
]
