"""The languages that there are."""


def is_known(tag: str) -> bool:
    """Whether the Unicode CLDR has a name for the language of a tag such as `ar` or `zh-Hant`."""
    from babel import Locale  # imported late: only a language that the site does not have needs it

    return tag.partition("-")[0] in Locale.parse("en").languages
