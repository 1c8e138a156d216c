import pytest

JPEG = b"\xff\xd8\xff\xe1\0\x10Exif\0\0"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0"
MP4 = b"\0\0\0\x18ftypisom\0\0\0\0"


def talks(file):
    return f"title: Talks\ndate: 2023\nmedia: [{{file: {file}, alt: The lake}}]\n"


def refusals(messages, file, content):
    said = messages({"content/events/talks.yaml": talks(file), f"content/media/{file}": content})
    return [message for message in said if "where it was taken" in message]


@pytest.mark.parametrize("ending", ["heic", "HEIF", "tif", "tiff", "dng", "bmp", "psd", "raw", "nef", "CR2", "jxl"])
def test_a_picture_that_is_not_written_anew_is_not_published(messages, ending):
    assert len(refusals(messages, f"lake.{ending}", b"x")) == 1


@pytest.mark.parametrize(
    "content", [JPEG, HEIC, b"II*\0\x08", b"MM\0*\0", b"\x89PNG\r\n\x1a\n", b"RIFF\1\2\3\4WEBPVP8X"]
)
@pytest.mark.parametrize("name", ["photo.dat", "photo", "photo.svg", "photo.pdf", "photo.jpg.txt"])
def test_a_picture_under_a_name_that_is_none_of_a_picture_is_not_published(messages, name, content):
    assert len(refusals(messages, name, content)) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lake.jpg", JPEG),  # written anew
        ("lake.JPG", b"II*\0"),  # a TIFF is read and written anew as what its name says
        ("lake.svg", b"<svg/>"),
        ("treaty.pdf", b"%PDF-1.7"),
        ("data.zip", b"PK\3\4"),
        ("notes.txt", b"BM and II are initials"),
        ("film.mp4", MP4),
        ("film.3gp", MP4),
        ("empty", b""),
    ],
)
def test_other_files_are_published(messages, name, content):
    assert refusals(messages, name, content) == []


def test_a_picture_that_nothing_shows_stays_at_home_whatever_it_is(checked):
    found = checked({"content/events/talks.yaml": "title: Talks\ndate: 2023\n", "content/media/lake.heic": HEIC})

    assert found.site
