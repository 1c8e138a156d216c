"""The French words for dates, as quotations use them and authors write them by habit."""

MONTH_NUMBERS = {"janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7}
MONTH_NUMBERS |= {"août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12}
MONTH_NUMBERS |= {"janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "déc": 12}
SEASONS = {"printemps": 21, "automne": 23, "hiver": 24}

# Longest first, so that 'janvier' is not read as 'janv' with a rest.
MONTH_WORD = f"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
