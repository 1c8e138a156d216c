"""Files of content/media/ as they are published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A file under assets/, with its size and its smaller versions where it is a picture."""

    path: str  # within the output, as in 'assets/signing.1a2b3c4d.jpg'
    is_picture: bool = False
    width: int = 0  # pixels; 0 where it is not known
    height: int = 0
    smaller: tuple[tuple[str, int], ...] = ()  # (path, width in pixels), narrowest first
