"""The words for dates in Arabic, Russian, Spanish and Chinese, as quotations use them, without short forms."""

_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_RUSSIAN = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
)
_ARABIC = (
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
)


def _numbered(*rows: str) -> dict[str, int]:
    return {name.replace("_", " "): number for row in rows for number, name in enumerate(row.split(), start=1)}


def _with_bare_alif(words: dict[str, int]) -> dict[str, int]:
    """The Arabic words, also as they are written without the hamza."""
    return words | {word.translate(str.maketrans("أإآ", "ااا")): number for word, number in words.items()}


MONTH_NUMBERS = _numbered(_SPANISH) | {"setiembre": 9} | _numbered(*_RUSSIAN) | _with_bare_alif(_numbered(*_ARABIC))
SEASONS = {
    **dict.fromkeys(("primavera", "весна", "весны", "весной", "ربيع", "الربيع"), 21),
    **dict.fromkeys(("verano", "лето", "лета", "летом", "صيف", "الصيف"), 22),
    **dict.fromkeys(("otoño", "осень", "осени", "осенью", "خريف", "الخريف"), 23),
    **dict.fromkeys(("invierno", "зима", "зимы", "зимой", "شتاء", "الشتاء"), 24),
}
CHINESE_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}  # only before 季 or 天, or after a year
