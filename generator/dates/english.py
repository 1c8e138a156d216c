"""The English words for dates, as authors write them and quotations use them."""

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if name}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# Longest first, so that 'september' is not read as 'sep' with a rest.
MONTH_WORD = f"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
SEASON_WORD = f"(?:{'|'.join(SEASONS)})"
