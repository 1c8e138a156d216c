"""The codes of the rules, what each finds, and how much it counts where the site says nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that warns."""

    code: str
    finds: str
    level: str = "warning"  # off, warning or error


RULES = (
    Rule("after-other-day", "an event that comes `after` one which its date puts later"),
    Rule("ambiguous-quote", "a quote that stands twice in its article, with no prefix or suffix to settle which"),
    Rule("dead-link", "an address that leads nowhere any more; only `check --links` looks"),
    Rule("empty-article", "an article without its text"),
    Rule("external-image", "a picture on another site, which became a link"),
    Rule("first-of-month", "many dates on the first of a month, as when a month was known and a day was made up"),
    Rule("language-gap", "text that is missing in a language of the site"),
    Rule("moved-link", "an address that redirects to another for good; only `check --links` looks"),
    Rule("near-duplicate-actor", "a name that makes an actor and looks like another's"),
    Rule("near-duplicate-event", "two events of one day whose titles look alike"),
    Rule("no-archive", "a source with an address and no stored copy"),
    Rule("no-publisher", "an article with no publisher"),
    Rule("no-title", "an article with no title"),
    Rule("poor-contrast", "an accent in which links are hard to read, and one of the same hue that would do"),
    Rule("report-before-event", "a source that says it happened, dated before it did"),
    Rule("unknown-language", "a text in a language that the site does not have, spelled like one that it has"),
    Rule("unsafe-html", "HTML that was removed for safety"),
    Rule("unsupported-date", "a date that no source's quote or `says.date` supports, with no `date_note`"),
    Rule("unused-media", "a file of content/media/ that nothing shows"),
)
CODES = {rule.code: rule for rule in RULES}
LEVELS = ("off", "warning", "error")
