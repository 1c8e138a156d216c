"""Office documents as zip archives whose bytes follow from what is in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can name, and what tools write that have no clock
CONTENT_TYPES = "[Content_Types].xml"


def settled(archive: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            row = ZipInfo(name, FIRST_DAY)
            row.compress_type = ZIP_DEFLATED
            row.external_attr = 0o600 << 16
            after.writestr(row, before.read(name))
    return packed.getvalue()


def as_document(template: bytes) -> bytes:
    """A template as a document of its kind, which is what libraries open: `.dotx` as `.docx`, `.potx` as `.pptx`.

    ValueError where it is no such archive.
    """
    packed = BytesIO()
    try:
        with ZipFile(BytesIO(template)) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
            for name in before.namelist():
                content = before.read(name)
                if name == CONTENT_TYPES:
                    content = content.replace(b".template.main+xml", b".document.main+xml").replace(
                        b"presentationml.document.main+xml", b"presentationml.presentation.main+xml"
                    )
                after.writestr(name, content)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(str(error)) from error
    return packed.getvalue()
