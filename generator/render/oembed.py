"""oembed.json: what tells other systems how to show a page of the site within theirs. https://oembed.com/

Static, so it answers for whole pages; a query of the page asked for is not answered.
"""

import json

from generator.plan.embedding import HEIGHT, EmbedView, frame_code

WIDTH = 600  # pixels


def render_oembed(embed: EmbedView, provider: str, base_url: str) -> bytes:
    """The answer for one page. WordPress keeps nothing of its `html` but the frame."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": provider,
        "provider_url": base_url,
        "title": embed.title,
        "html": frame_code(embed.frame, embed.title, str(WIDTH)),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode() + b"\n"
