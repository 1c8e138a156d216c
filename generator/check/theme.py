"""The site's own look: what `theme` in site.yaml sets."""

import re
from collections.abc import Collection, Mapping

from generator.check.pictures import fault_of_picture, is_picture
from generator.check.records.settings import ThemeRecord
from generator.check.report import Report
from generator.model.settings import Theme
from generator.parse.document import Document
from generator.problems import did_you_mean

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
# Names of fonts reach a style sheet. What could end the line there, or load something, is no name.
WITHIN = r"[^\"'\\\n;{}<>()]+"
FACE = re.compile(rf""" *(?:"(?P<double>{WITHIN})"|'(?P<single>{WITHIN})'|(?P<bare>-?\w[\w -]*)) *""")
PLAIN = re.compile(r"-?[^\W\d][\w-]*(?: [^\W\d][\w-]*)*")  # what CSS takes for a name without quotes


def read_theme(record: ThemeRecord | None, document: Document, report: Report) -> Theme:
    """The look that the site sets, with what cannot be one reported and left out."""
    if record is None:
        return Theme()
    return Theme(
        accent=_read_accent(record, document, report),
        text_face=_read_faces("text_face", record.text_face, document, report),
        label_face=_read_faces("label_face", record.label_face, document, report),
        density=record.density or "comfortable",
        logo=record.logo or "",
        css=record.css or "",
    )


def check_theme_files(
    theme: Theme, media: Mapping[str, bytes], sources: Collection[str], document: Document, report: Report
) -> None:
    """Report a logo or a style sheet that is not there, and a logo that is no picture or may not be published."""
    if fault := fault_of_picture(theme.logo, media):
        report.error(document, ("theme", "logo"), *fault, code="wrong-value")
    elif theme.logo in media and not is_picture(theme.logo):
        message, hint = f"'{theme.logo}' is not a picture", "a logo is an SVG, a PNG or another picture"
        report.error(document, ("theme", "logo"), message, hint, code="wrong-value")
    folders = {
        "logo": (theme.logo, "content/media/", frozenset(media)),
        "css": (theme.css, "templates/assets/", _below("templates/assets/", sources)),
    }
    for name, (file, folder, files) in folders.items():
        if file and file not in files:
            hint = did_you_mean(file, files) or "put it there, or leave it out"
            message = f"there is no file '{file}' in {folder}"
            report.error(document, ("theme", name), message, hint, code="unknown-id")
    if theme.css and not theme.css.endswith(".css"):
        message, hint = f"'{theme.css}' is not a style sheet", "its name ends in .css"
        report.error(document, ("theme", "css"), message, hint, code="wrong-value")


def _below(folder: str, paths: Collection[str]) -> frozenset[str]:
    return frozenset(path.removeprefix(folder) for path in paths if path.startswith(folder))


def _read_accent(record: ThemeRecord, document: Document, report: Report) -> str:
    """The accent as `#rrggbb`, or ''."""
    written = document.fields.get("theme")
    if isinstance(written, Mapping) and written.get("accent") == "":  # the rest of the line is a comment to YAML
        message, hint = "there is no colour here", "a colour stands in quotes, as in '#0b5fa5'"
        report.error(document, ("theme", "accent"), message, hint, code="wrong-value")
    accent = (record.accent or "").lower()
    if accent and not COLOUR.fullmatch(accent):
        message = f"'{record.accent}' is not a colour"
        hint = "six hexadecimal digits in quotes, as in '#0b5fa5'"
        report.error(document, ("theme", "accent"), message, hint, code="wrong-value")
        return ""
    return accent if len(accent) != 4 else "#" + "".join(digit * 2 for digit in accent[1:])


def _read_faces(field: str, written: str | None, document: Document, report: Report) -> str:
    """Font names as CSS lists them, with quotes around those that need them; '' where one cannot be a name."""
    if not written:
        return ""
    faces = [FACE.fullmatch(face) for face in written.split(",")]
    if not all(faces):
        message = f"'{written}' is not a list of font names"
        report.error(document, ("theme", field), message, "as in Charter, Georgia, serif", code="wrong-value")
        return ""
    return ", ".join(_face(found) for found in faces if found)


def _face(found: re.Match[str]) -> str:
    quoted = found["double"] or found["single"]
    name = " ".join((quoted or found["bare"]).split())
    return f'"{name}"' if quoted or not PLAIN.fullmatch(name) else name
