"""A written site as one zip: to be sent, unpacked and read anywhere."""

import zipfile
from pathlib import Path

from generator.disk.aside import in_one_step
from generator.disk.errors import OutputError, reason
from generator.disk.record import read_record

FIRST = (1980, 1, 1, 0, 0, 0)  # of the times that a zip has a form for
READABLE = 0o100644 << 16  # a file, which everybody may read


def pack(output: Path, target: Path) -> None:
    """Write the files of a site into a zip, in a folder of its name. The same files give the same bytes."""
    record = read_record(output)
    assert record  # it has just been written
    try:
        with in_one_step(target) as aside, zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(record.files):
                entry = zipfile.ZipInfo(f"{target.stem}/{path}", FIRST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # whatever wrote it
                entry.external_attr = READABLE
                packed.writestr(entry, (output / path).read_bytes())
    except OSError as error:
        raise OutputError(f"'{target}' cannot be written: {reason(error)}", "name another file with --zip") from error
