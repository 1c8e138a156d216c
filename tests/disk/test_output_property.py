"""Whatever sites are written one after another, the output holds the last one and what others have put there."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.disk.conflicts import check_paths
from generator.disk.record import read_record
from generator.disk.stamps import digest
from generator.disk.write import OutputError, write_site

# Few names and few contents, so that pages turn into folders, change their case, and come back.
names = st.sampled_from(["a", "b", "B", "ä", "c.html"])
paths = st.lists(names, min_size=1, max_size=3).map("/".join)
contents = st.sampled_from([b"", b"one", b"two", b"three" * 100])


def is_possible(files: dict[str, bytes]) -> bool:
    try:
        check_paths(files)
    except ValueError:
        return False
    return True


sites = st.dictionaries(paths, contents, max_size=6).filter(is_possible)
hands = st.one_of(
    st.none(), st.tuples(st.just("write"), paths, contents), st.tuples(st.just("delete"), paths, contents)
)


def meddle(output: Path, hand: tuple[str, str, bytes]) -> None:
    """What somebody does to the output between two builds; what the folders there do not allow is not done."""
    deed, path, content = hand
    place = output / path
    if deed == "delete":
        if place.is_file():
            place.unlink()
    elif not place.is_dir() and not any(folder.is_file() for folder in place.parents):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def held(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@given(steps=st.lists(st.tuples(sites, hands, st.booleans()), min_size=1, max_size=5), remembered=st.booleans())
def test_the_output_is_the_site_and_what_others_put_there(steps, remembered):
    with tempfile.TemporaryDirectory() as folder:
        output, cache = Path(folder) / "output", Path(folder) / "cache" if remembered else None
        ours: dict[str, bytes] = {}
        for files, hand, force in steps:
            before = held(output) if output.exists() else {}
            foreign = {path: content for path, content in before.items() if path not in ours and path != "build.json"}
            try:
                written = write_site(output, files, cache=cache, force=force)
            except OutputError:
                assert (held(output) if output.exists() else {}) == before
                assert foreign
                continue
            record = read_record(output)
            assert record is not None
            assert record.finished
            assert {path: row[0] for path, row in record.files.items()} == {p: digest(c) for p, c in files.items()}
            assert held(output) == {**foreign, **files, "build.json": (output / "build.json").read_bytes()}
            assert written.added + written.changed + written.unchanged == len(files)
            assert set(written.removed) == ours.keys() - files.keys()
            assert written.foreign == len(foreign.keys() - files.keys())
            assert force or not foreign.keys() & files.keys()
            assert not list(Path(folder).glob("*staging*"))
            ours = files
            if hand:
                meddle(output, hand)
