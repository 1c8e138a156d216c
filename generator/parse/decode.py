"""Bytes as text: UTF-8 and nothing else, and a byte that is not names itself."""

import re

from generator.parse.places import place_at
from generator.problems import Place, Problem

BYTE_ORDER_MARKS = (  # the longer first: UTF-32 begins like UTF-16
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")  # what YAML and HTML refuse alike
CONTROL_BYTES = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\r")
CONTROL_NAMES = {"\x00": "NUL", "\x0b": "vertical tab", "\x0c": "form feed", "\x1b": "escape", "\x7f": "delete"}


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file in UTF-8, with or without a byte order mark, every line end a line feed.

    Where a byte is not UTF-8 or a control character stands there, the text is empty and the problem names the first.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, data, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _may_hold_controls(data) and (found := CONTROL.search(text)):
        return "", (_control_character(path, text, found.start()),)
    return text, ()


def _may_hold_controls(data: bytes) -> bool:
    """A look at the bytes, a tenth of the cost of searching the text: never wrong when it says no."""
    return len(data.translate(None, CONTROL_BYTES)) < len(data) or b"\xc2" in data or b"\xef\xbf" in data


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            message = f"byte 0x{data[0]:02X} is not UTF-8: the file begins with the mark of {encoding}"
            return Problem(path, Place(1, 1), message, f"this is {encoding}: save the file as UTF-8")
    before = data[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    rest = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0].decode(errors="replace")
    place = place_at(before + rest, len(before))
    return Problem(path, place, f"byte 0x{data[start]:02X} is not UTF-8", _likely_encoding(data[start]))


def _likely_encoding(byte: int) -> str:
    character = bytes((byte,)).decode("cp1252", "ignore")
    if character:
        return f"in Windows-1252 it would be '{character}': save the file as UTF-8"
    return "save the file as UTF-8"


def _control_character(path: str, text: str, index: int) -> Problem:
    character = text[index]
    name = CONTROL_NAMES.get(character)
    message = f"a control character stands here: U+{ord(character):04X}{f' ({name})' if name else ''}"
    if character == "\x00" and text.count("\x00") * 4 >= len(text):
        return Problem(path, place_at(text, index), message, "this looks like UTF-16: save the file as UTF-8")
    if "\x80" <= character <= "\x9f":
        meant = bytes((ord(character),)).decode("cp1252", "ignore")
        hint = f"this looks like Windows-1252, where it is '{meant}': write that" if meant else "remove it"
        return Problem(path, place_at(text, index), message, hint)
    hint = "a page break: remove it" if character == "\x0c" else "remove it"
    return Problem(path, place_at(text, index), message, hint)
