"""Dates as archives keep them: read from EDTF or words, ordered, put into words again."""

from generator.dates.calendar import calendar_day, day_number, iso_day
from generator.dates.date import Date, Extent, Kind
from generator.dates.error import DateError
from generator.dates.html import html_datetime, iso_ends
from generator.dates.marker import Marker, Shape, marker
from generator.dates.mention import DateWords, date_words_in, supports
from generator.dates.order import order_key, span_of
from generator.dates.partial import COARSENESS, PRECISIONS, PartialDate, Precision, Time
from generator.dates.rail import RailDate, word_ends
from generator.dates.reading import parse_date, parse_day
from generator.dates.wordings import LANGUAGES
from generator.dates.words import (
    month_name,
    month_words,
    short_day_words,
    short_month,
    short_month_words,
    word_date,
    year_words,
)
from generator.dates.zone import in_zone, needs_zone

__all__ = [
    "COARSENESS",
    "LANGUAGES",
    "PRECISIONS",
    "Date",
    "DateError",
    "DateWords",
    "Extent",
    "Kind",
    "Marker",
    "PartialDate",
    "Precision",
    "RailDate",
    "Shape",
    "Time",
    "calendar_day",
    "date_words_in",
    "day_number",
    "html_datetime",
    "in_zone",
    "iso_day",
    "iso_ends",
    "marker",
    "month_name",
    "month_words",
    "needs_zone",
    "order_key",
    "parse_date",
    "parse_day",
    "short_day_words",
    "short_month",
    "short_month_words",
    "span_of",
    "supports",
    "word_date",
    "word_ends",
    "year_words",
]
