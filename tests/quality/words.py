"""Texts, addresses and dates that are hard to set."""

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ADDRESS = "https://archive.example/" + "deeply/nested/folders/" * 12 + "document.html?with=a&long=query"
ARABIC = "لجنة البحيرة العليا"
HEBREW = "ועדת האגם"
MIXED = "Talks (محادثات) in Osterbay, round 3"
MARKS = "Z͑ͫ̓a͎̐l̜g̷o̕ te̴x̡t̛ and n\u200bo\u200bt\u200bh\u200bi\u200bn\u200bg\u2060 to see, \u00ad soft\u00adly; क्षि நி 👩🏽‍🚀 🇫🇮"
ISOLATES = "\u2067ends in a left-to-right mark\u200e"
LONG_TITLE = ("The conference of ministers, ambassadors and observers on fishing, borders and transit " * 6)[:500]
STATUSES = ("announced", "planned", "postponed", "cancelled", "held", "reported")
TYPES = (
    "summit",
    "talks",
    "visit",
    "statement",
    "decision",
    "agreement",
    "sanctions",
    "aid",
    "force",
    "truce",
    "other",
)
PARTS = ("participant", "host", "chair", "mediator", "observer", "signatory", "for", "against", "absent", "subject")
PLACES = ("Osterbay", "Lake House", "قصر البحيرة", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
TOPICS = ("fishing rights", "the border", "prisoners of war and the exchange of those who fell ill on the way")
DATES = (
    "-0430", "-0043-03-15", "-9999", "0000", "0476", "Y12000", "+12000-01-01", "Y-12000", "9999-12-31", "19XX", "194X",
    "1949~", "1962?", "1949%", "1949-21", "2023-24", "2004-XX", "2004-06-XX", "1950/", "/1951-04-01", "../1952-01-01",
    "2022-02-24/..", "[..2023-04-01]", "[2023-04-05..]", "[2023-04-02..2023-04-04]", "2023-04/2023-06-15",
    "1914-07-28~/1918-11-11?", "2023-04-04T10:00+02:00", "2023-04-04T10:00", "-0500/-0430", "1900/2000",
)  # fmt: skip

RICH = f"""\
First a paragraph with a [link](event:worst-plain), `code_that_is_quite_long_and_cannot_be_broken_anywhere_at_all`, a
footnote[^1], and a bare address, {ADDRESS}

| Delegation | Heads | Arrived | Departed | Remarks on the delegation and its papers | {LONG_WORD} |
|---|--:|:-:|---|---|---|
| Osterbay | 12 | 09:00 | 17:30 | none | 1 |
| {LONG_WORD} | 100,000,000 | 10:00 | – | {ARABIC} | 2 |

![The lake with its two shores](lake.png)

- a list
    - in a list
        1. in a list, with {LONG_WORD}

Term
:   Its meaning

> A quotation of somebody, over
> two lines

```
def preformatted(text): return text * 1000000  # {LONG_WORD}
```

[^1]: The note, with {ADDRESS}
"""
