"""An hour of an author's edits, one build after each, and what is held more after the last than after half of them.

Run as a program, it prints that as JSON.
"""

import gc
import json
import sys
from pathlib import Path

from generator.check.options import Options
from generator.cli.building import all_problems
from generator.cli.shipped import shipped_templates
from generator.disk.read import read_sources
from generator.serve.builder import Builder, Shipped
from generator.serve.running import Preview, Voice
from tests.serve.conftest import EVENT, write_site

EDITS, WARM = 3_600, 1_800  # until then what is kept of the newest fills up, and the heap finds its shape


class Session:
    """A preview without a server: an author's edits, one build after each."""

    def __init__(self, root: Path) -> None:
        write_site(root, 2)
        code: dict[str, bytes] = {}

        def compile_once(language, compile_anew):
            return code.get(language) or code.setdefault(language, compile_anew())

        def say(_):
            pass

        builder = Builder(Options(), Shipped(shipped_templates(), compile_once), all_problems)
        self.root = root
        self.preview = Preview(builder, Voice(say, say, say))
        self.build()

    def build(self) -> None:
        self.preview.build(read_sources(self.root))

    def save(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")
        self.build()

    def get(self, path: str) -> str:
        files = self.preview.current().files
        return ((files.get(path) if files else None) or b"").decode()


def resident() -> int:
    """The bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096
    except OSError:
        return 0


def edit(session: Session) -> dict[str, int]:
    """Edit, break, mend, add and remove: how many edits were counted, and what is held more after them."""
    held, blocks = 0, 0
    for turn in range(EDITS):
        text = EVENT.format(title=f"Edit *{turn}*", date=f"{1000 + turn % 500}-02-02")
        session.save("content/events/e1.yaml", text)
        assert f"Edit *{turn}*" in session.get("events/e1/index.html")
        match turn % 40:
            case 10:
                session.save("content/events/e0.yaml", f"title: {turn}\ndate: 2024-02-31\n")
                assert session.preview.current().shown
                session.save("content/events/e0.yaml", EVENT.format(title="Mended", date="2024-01-01"))
            case 20:
                session.save("content/events/new.yaml", EVENT.format(title="New", date="2024-01-01"))
            case 21:
                (session.root / "content/events/new.yaml").unlink()
            case 30:
                template = "{% extends 'base.html' %}{% block main %}<h1>" + str(turn) + "</h1>{% endblock %}"
                session.save("templates/404.html", template)
                assert f"<h1>{turn}</h1>" in session.get("404.html")
                (session.root / "templates/404.html").unlink()
        if turn + 1 in (WARM, EDITS):
            gc.collect()
            held, blocks = resident() - held, sys.getallocatedblocks() - blocks
    return {"edits": EDITS - WARM, "objects": blocks, "bytes": held}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(edit(Session(Path(sys.argv[1])))))
