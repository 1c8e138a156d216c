"""Countries and numbers as a language has them, from Babel, which is imported only where a page needs it."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def country_name(code: str, language: str) -> str:
    """The name of a country by its ISO 3166 code; the code itself where the language has no name for it."""
    from babel import Locale

    return str(Locale.parse(language, sep="-").territories.get(code.upper(), code))


def decimal_words(number: float, language: str) -> str:
    """A number with the language's decimal sign, to the hundred-thousandth."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, format="0.#####", locale=language.replace("-", "_")))
