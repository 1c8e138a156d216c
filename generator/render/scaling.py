"""Pictures at several widths, written anew without what tells where they were taken."""

from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from generator.plan import Published
from generator.render.assets import hashed_path
from generator.render.pictures import NotAPicture

WIDTHS = (480, 960, 1440)  # pixels of the smaller versions
ANIMATED = frozenset({"GIF", "PNG", "WEBP", "AVIF"})  # a JPEG of several pictures, as telephones make, is its first
MOST_PIXELS = 100_000_000  # a file that claims more is not opened: it may be a bomb


def publish_picture(file: str, content: bytes, picture_format: str) -> tuple[Published, dict[str, bytes]]:
    """How a picture is published, and the bytes of its versions. Raises NotAPicture."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once it is loaded, has the whole process take half a picture
    try:
        picture = Image.open(BytesIO(content))
        if picture.width * picture.height > MOST_PIXELS:
            raise NotAPicture(file, f"this picture has more than {MOST_PIXELS // 1_000_000} million pixels")
        if picture_format in ANIMATED and getattr(picture, "is_animated", False):
            return _publish_animation(file, picture, picture_format)
        upright = ImageOps.exif_transpose(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture(file, "this cannot be read as a picture") from error
    stem, _, ending = file.rpartition(".")
    whole = _encoded(upright, picture_format)
    path = hashed_path(file, whole)
    made = {path: whole}
    smaller = []
    for width in WIDTHS:
        if width < upright.width:
            scaled = upright.resize((width, round(upright.height * width / upright.width)), Image.Resampling.LANCZOS)
            version = _encoded(scaled, picture_format)
            version_path = hashed_path(f"{stem}-{width}.{ending}", version)
            made[version_path] = version
            smaller.append((version_path, width))
    return Published(path, True, upright.width, upright.height, tuple(smaller)), made


def _encoded(picture: Image.Image, picture_format: str) -> bytes:
    """The picture anew, with its colours and nothing else that a camera wrote into it."""
    bare = picture.copy()
    profile = bare.info.get("icc_profile")
    bare.info.clear()
    bare.getexif().clear()
    written = BytesIO()
    options = {"icc_profile": profile} if profile and picture_format != "GIF" else {}
    if picture_format == "JPEG":
        bare = bare if bare.mode in ("RGB", "L", "CMYK") else bare.convert("RGB")
        options |= {"quality": 88, "optimize": True, "progressive": True}
    elif picture_format == "PNG":
        options |= {"optimize": True}
    elif picture_format in ("WEBP", "AVIF"):
        options |= {"quality": 85}
    bare.save(written, picture_format, **options)
    return written.getvalue()


def _publish_animation(file: str, picture: Image.Image, picture_format: str) -> tuple[Published, dict[str, bytes]]:
    """An animation keeps its frames and their times, and has no smaller versions."""
    written = BytesIO()
    picture.save(
        written, picture_format, save_all=True, exif=b"", xmp=b""
    ) if picture_format != "GIF" else picture.save(written, "GIF", save_all=True, comment=b"")
    path = hashed_path(file, written.getvalue())
    return Published(path, True, picture.width, picture.height), {path: written.getvalue()}
