"""Pictures are published at several widths, upright, and without what tells where they were taken."""

from io import BytesIO

import pytest
from PIL import Image

from generator.render.pictures import BrokenPictures, publish_media

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def photograph(size=(1200, 800), *, picture_format="JPEG", orientation=1):
    """A picture as a phone writes it: with the maker's name, the place and the way it was held."""
    picture = Image.effect_mandelbrot(size, (-2, -1.5, 1, 1.5), 50).convert("RGB")
    exif = picture.getexif()
    exif[MAKE] = "Telephone"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (50.0, 52.0, 46.5)
    written = BytesIO()
    picture.save(written, picture_format, exif=exif)
    return written.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    ("ending", "picture_format"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("avif", "AVIF")]
)
def test_no_version_of_a_picture_tells_where_or_with_what_it_was_taken(ending, picture_format):
    original = photograph(picture_format=picture_format)
    assert dict(opened(original).getexif().get_ifd(GPS)), "the original must have what is to be removed"

    _, made = publish_media([f"signing.{ending}"], {f"signing.{ending}": original})

    assert len(made) == 3
    for content in made.values():
        picture = opened(content)
        assert not dict(picture.getexif())
        assert b"Telephone" not in content
        assert set(picture.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
            "loop",
            "background",
            "timestamp",
            "duration",
        }


def test_a_picture_has_its_size_and_smaller_versions_of_the_same_shape():
    published, made = publish_media(["signing.jpg"], {"signing.jpg": photograph((1200, 800))})

    signing = published["signing.jpg"]
    assert (signing.width, signing.height, signing.is_picture) == (1200, 800, True)
    assert [width for _, width in signing.smaller] == [480, 960]
    assert [opened(made[path]).size for path, _ in signing.smaller] == [(480, 320), (960, 640)]
    assert opened(made[signing.path]).size == (1200, 800)


def test_a_picture_that_was_held_sideways_stands_upright():
    published, made = publish_media(["signing.jpg"], {"signing.jpg": photograph((600, 400), orientation=6)})

    assert (published["signing.jpg"].width, published["signing.jpg"].height) == (400, 600)
    assert opened(made[published["signing.jpg"].path]).size == (400, 600)


def test_a_small_picture_has_no_smaller_versions():
    published, made = publish_media(["seal.png"], {"seal.png": photograph((120, 120), picture_format="PNG")})

    assert published["seal.png"].smaller == ()
    assert len(made) == 1


def test_the_same_picture_gives_the_same_bytes_under_the_same_name():
    first = publish_media(["signing.jpg"], {"signing.jpg": photograph()})
    second = publish_media(["signing.jpg"], {"signing.jpg": photograph()})

    assert first == second


def test_the_name_changes_with_the_content():
    first, _ = publish_media(["signing.jpg"], {"signing.jpg": photograph((600, 400))})
    second, _ = publish_media(["signing.jpg"], {"signing.jpg": photograph((602, 400))})

    assert first["signing.jpg"].path != second["signing.jpg"].path
    assert first["signing.jpg"].path.startswith("assets/signing.")


def test_an_animation_keeps_its_frames_and_loses_its_comment():
    frames = [Image.new("RGB", (40, 40), color) for color in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:], comment=b"taken at home", duration=100)

    published, made = publish_media(["talks.gif"], {"talks.gif": written.getvalue()})

    content = made[published["talks.gif"].path]
    assert opened(content).n_frames == 3
    assert b"taken at home" not in content


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200px"></svg>', (300, 200)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"></svg>', (640, 480)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="50%" height="50%"></svg>', (0, 0)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="1.2.3" height="5"></svg>', (0, 0)),
        (b"<html></html>", (0, 0)),
    ],
)
def test_a_drawing_is_published_as_it_is_with_the_size_it_states(svg, size):
    published, made = publish_media(["map.svg"], {"map.svg": svg})

    assert (published["map.svg"].width, published["map.svg"].height) == size
    assert made == {published["map.svg"].path: svg}


def test_what_is_no_picture_is_published_as_it_is():
    published, made = publish_media(["treaty.pdf"], {"treaty.pdf": b"%PDF-1.7"})

    assert not published["treaty.pdf"].is_picture
    assert made == {published["treaty.pdf"].path: b"%PDF-1.7"}


@pytest.mark.parametrize("content", [b"", b"not a picture", photograph()[:2000]])
def test_a_file_that_its_name_calls_a_picture_and_that_is_none_is_named(content):
    with pytest.raises(BrokenPictures) as caught:
        publish_media(["signing.jpg", "talks.jpg"], {"signing.jpg": content, "talks.jpg": b"neither"})

    assert [(fault.file, str(fault)) for fault in caught.value.faults] == [
        ("signing.jpg", "this cannot be read as a picture"),
        ("talks.jpg", "this cannot be read as a picture"),
    ]


def test_half_a_picture_is_none_whatever_another_library_has_asked_for(monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)

    with pytest.raises(BrokenPictures):
        publish_media(["signing.jpg"], {"signing.jpg": photograph()[:2000]})


def test_a_telephones_file_of_two_pictures_is_shown_as_its_first():
    first, second = (Image.new("RGB", (60, 40), color) for color in ("red", "blue"))
    written = BytesIO()
    first.save(written, "MPO", save_all=True, append_images=[second])

    published, made = publish_media(["a.jpg"], {"a.jpg": written.getvalue()})

    assert opened(made[published["a.jpg"].path]).format == "JPEG"
    assert opened(made[published["a.jpg"].path]).getpixel((5, 5))[0] > 200


def test_two_files_of_one_name_in_different_folders_do_not_meet():
    media = {
        "a/seal.png": photograph((30, 30), picture_format="PNG"),
        "b/seal.png": photograph((31, 30), picture_format="PNG"),
    }

    published, made = publish_media(media, media)

    assert published["a/seal.png"].path != published["b/seal.png"].path
    assert len(made) == 2
