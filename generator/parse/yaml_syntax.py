"""What a YAML parser complains of, in an author's words."""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from generator.parse.decode import CONTROL
from generator.parse.yaml_complaint import Complaint
from generator.parse.yaml_nodes import BREAKS, DEEPEST

QUOTE_IT = "put the whole text in quotes"
GLUED = re.compile(r"[ -]*([\w-]+):(\S.*)")  # `title:text`
CLOSING = {"[": "]", "{": "}"}
Explanation: TypeAlias = tuple[int, int, str, str]  # the first and the last offset, message, hint


def explain(error: yaml.YAMLError, text: str) -> Explanation:
    """Where the error stands, what is wrong, and what to do."""
    if not isinstance(error, yaml.MarkedYAMLError):
        found = CONTROL.search(text)  # `decode` refuses these too; this is for a text from elsewhere
        index = found.start() if found else 0
        return index, index + 1, "YAML does not allow this character", "remove it"
    mark = error.problem_mark or error.context_mark
    assert mark is not None, "libyaml and PyYAML mark every error but the reader's"
    start = error.context_mark.index if error.context_mark else mark.index
    text = text.translate(BREAKS)  # as it was read; the offsets are the same
    words = f"{error.context or ''}: {error.problem or ''}"
    complaint = Complaint(text, min(start, len(text)), min(mark.index, len(text)), words)
    return next(describe(complaint) for pattern, describe in COMPLAINTS if re.search(pattern, words))


def _colon(c: Complaint) -> Explanation:
    """`title: a: b`, or a field that is indented below another's text, or that follows `title:text`."""
    above = c.text.rfind("\n", 0, max(0, c.at - len(c.line_before) - 1)) + 1
    if GLUED.match(c.text, above) and c.line_number(above) < c.line_number(c.at):
        return _glued(c, above)
    if field := re.match(r"\s*(?:- +)*([^\s:#\"'][^:]*):\s+(?=\S)", c.line_before):
        value = c.line_before[field.end() :] + c.line_after
        quote = "'" if '"' in value else '"'
        quoted = quote + (value.strip().replace("'", "''") if quote == "'" else value.strip()) + quote
        hint = f"put the text in quotes: {field[1]}: {quoted}" if len(quoted) < 60 else "put the whole text in quotes"
        return c.at, c.at + 1, f"a second ':' stands in the text of '{field[1]}'", hint
    start = c.at - len(c.line_before.lstrip())
    hint = "start it in the column of the field above; a text with a colon in it must be put in quotes"
    return start, c.at, "this line is indented below a field that has a text already", hint


def _unclosed_bracket(c: Complaint) -> Explanation:
    opened = c.open_bracket
    if opened is None:
        return c.at, c.at + 1, f"'{c.character}' closes nothing", "a text that begins with it must be put in quotes"
    bracket = c.text[opened]
    if not c.is_end and c.line_number(opened) == c.line_number(c.at):
        opening = f"what '{bracket}' opened in column {c.column(opened)}"
        message = f"',' or '{CLOSING[bracket]}' is missing in {opening}"
        return c.at, c.at + 1, message, "a text with brackets, commas, quotes or colons in it must be put in quotes"
    hint = f"close it with '{CLOSING[bracket]}'; a text that begins with '{bracket}' must be put in quotes"
    return opened, opened + 1, f"the '{bracket}' opened here is not closed", hint


def _no_content(c: Complaint) -> Explanation:
    if c.open_bracket is not None and (c.is_end or c.character in "]}"):
        return _unclosed_bracket(c)
    if c.open_bracket is not None and c.character == ",":
        return c.at, c.at + 1, "nothing stands before this ','", "remove it, or put the text in quotes"
    if c.character in ("]", "}"):
        return _unclosed_bracket(c)
    return _bad_beginning(c)


def _unclosed_quote(c: Complaint) -> Explanation:
    quote = c.text[c.start : c.start + 1]
    inside = ' write \\" for one in the text' if quote == '"' else " write '' for an apostrophe in the text"
    return c.start, c.start + 1, f"the {quote} opened here is not closed", f"close it with {quote};{inside}"


def _no_key(c: Complaint) -> Explanation:
    """A line that does not fit the block it stands in."""
    before = c.line_before.rstrip()
    quoted = next((token for token in reversed(c.tokens) if isinstance(token, yaml.ScalarToken)), None)
    if before[-1:] in ("'", '"') and quoted is not None and not quoted.plain:
        opened = c.line_number(quoted.start_mark.index)
        where = "" if opened == c.line_number(c.at) else f" (it was opened in line {opened})"
        escape = "'' for an apostrophe" if before[-1] == "'" else '\\" for a quote'
        message = f"text stands after the closing {before[-1]}{where}"
        return c.at, c.at + len(c.line_after), message, f"write {escape} in the text"
    if before[-1:] in ("]", "}"):
        return c.at, c.at + len(c.line_after), f"text stands after the closing '{before[-1]}'", QUOTE_IT
    if c.line_after.startswith(":"):
        return c.at, c.at + 1, "a field has no name before its ':'", "write 'name: text', or put the text in quotes"
    if "collection" in c.words and c.column(c.at) == c.column(c.start):
        hint = "begin it with '- ', or indent it below its entry"
        return c.at, c.at + len(c.line_after), "a list entry was expected here", hint
    if re.match(r"-(\s|$)", c.line_after):
        return c.at, c.at + 1, "a list entry stands where a field was expected", "indent it to the column of its list"
    line, column = c.line_number(c.start), c.column(c.start)
    hint = f"start it in column {column}, like line {line}, or where the line above starts"
    return c.at, c.at + len(c.line_after), "this line starts in a column of its own", hint


def _tab(c: Complaint) -> Explanation:
    line_start = c.at - len(c.line_before)
    # libyaml stops at the text before the tab, so the tab may stand on this line or on the next one that has text
    tab = re.compile(r"\t+").search(c.text, line_start)
    start, end = tab.span() if tab else (c.at, c.at + 1)
    return start, end, "a tab stands where only blanks may", "indent with blanks: YAML takes no tabs"


def _bad_beginning(c: Complaint) -> Explanation:
    if c.character == "\t" or "\t" in re.match(r"[ \t]*", c.line_before + c.line_after)[0]:  # type: ignore[index]
        return _tab(c)
    return c.at, c.at + 1, f"a text cannot begin with '{c.character}'", QUOTE_IT


def _no_colon(c: Complaint) -> Explanation:
    line = c.text[c.start :].partition("\n")[0].rstrip()
    end = c.start + len(line)
    if GLUED.match(c.text, c.start):
        return _glued(c, c.start)
    hint = "write 'name: text', or indent the line if it goes on with the text above"
    return c.start, end, "this line is neither a field nor a list entry", hint


def _glued(c: Complaint, line_start: int) -> Explanation:
    glued = GLUED.match(c.text, line_start)
    assert glued
    return glued.start(1), glued.end(), "a blank is missing after the ':'", f"write '{glued[1]}: {glued[2]}'"


def _alias(c: Complaint) -> Explanation:
    word = re.match(r"\S+", c.text[c.at :])
    name = word[0] if word else "*"
    message = f"'{name}' repeats a part that has no such name"
    return c.at, c.at + len(name), message, "a text that begins with '*' must be put in quotes"


def _anchor(c: Complaint) -> Explanation:
    mark = c.text[c.start : c.start + 1]
    return c.start, c.start + 1, f"a text cannot begin with '{mark}'", QUOTE_IT


def _escape(c: Complaint) -> Explanation:
    backslash = max(c.text.rfind("\\", 0, c.at + 1), c.at if c.character == "\\" else -1)
    start = backslash if backslash >= c.start else c.at
    shown = c.text[start : start + 2]
    return start, start + 2, f"'{shown}' means nothing inside \" quotes", "double the backslash, or use ' quotes"


def _list_on_line(c: Complaint) -> Explanation:
    hint = "start it on the next line, or put the text in quotes"
    return c.at, c.at + 1, "a list cannot begin on the line of its field", hint


def _block_header(c: Complaint) -> Explanation:
    hint = "begin the text on the next line, indented"
    return c.at, c.at + len(c.line_after), "text stands after the mark of a block", hint


def _further(c: Complaint) -> Explanation:
    hint = "put '---' on a line of its own before a further document"
    return c.at, c.at + len(c.line_after), "the document before this line is complete", hint


def _question(c: Complaint) -> Explanation:
    return _no_key(c) if c.line_before.rstrip()[-1:] in ("'", '"', "]", "}") else _bad_beginning(c)


def _bad_colon(c: Complaint) -> Explanation:
    return c.at, c.at + 1, "a text between brackets cannot have this ':' in it", QUOTE_IT


def _directive(c: Complaint) -> Explanation:
    return c.start, c.at, "a line that begins with '%' is a directive", QUOTE_IT


def _deep(c: Complaint) -> Explanation:
    return c.at, c.at + 1, f"more than {DEEPEST} lists and fields stand inside each other", "write it flatter"


def _control(c: Complaint) -> Explanation:
    code = c.words.rpartition(" ")[2]
    return c.at, c.at + 1, f"an escape in this text stands for a control character: {code}", "take it out"


def _other(c: Complaint) -> Explanation:
    hint = "a text with marks such as : # [ { & * ! in it must be put in quotes"
    return c.at, c.at + 1, f"this is not YAML ({c.words.removeprefix(': ')})", hint


# The first row whose pattern is found in "context: problem"; libyaml's words and PyYAML's own differ a little.
COMPLAINTS: tuple[tuple[str, Callable[[Complaint], Explanation]], ...] = (
    (r"control character: U", _control),
    (r"nested too deep|maximum .*(nesting|depth)", _deep),
    (r"mapping values are not allowed", _colon),
    (r"mapping keys are not allowed", _question),
    (r"found unexpected ':'", _bad_colon),
    (r"sequence entries are not allowed", _list_on_line),
    (r"tab character", _tab),
    (r"cannot start any token", _bad_beginning),
    (r"',' or '[]}]'", _unclosed_bracket),
    (r"node content", _no_content),
    (r"quoted scalar: found unexpected (end of stream|document)", _unclosed_quote),
    (r"escape|hexdecimal|hexadecimal", _escape),
    (r"undefined alias", _alias),
    (r"scanning an? (anchor|alias)|(scanning|parsing) a tag|tag handle", _anchor),
    (r"scanning a simple key", _no_colon),
    (r"block scalar: ", _block_header),
    (r"document start", _further),
    (r"scanning a directive|directive", _directive),
    (r"parsing a block (mapping|collection)", _no_key),
    (r"", _other),
)
