"""An audit as one page that needs nothing beside it: no script, no style sheet, no other host."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.model.settings import Theme
from generator.plan.audit_views import Audit
from generator.render.assets import publish_assets
from generator.render.environment import make_environment

TEMPLATE = "audit.html"
LANGUAGE = "en"
SHOWN = 200  # rows of a figure


def render_audit_page(audit: Audit, theme: Theme, shipped: Mapping[str, bytes]) -> bytes:
    """The page, in the look of a site with this theme. `shipped` are Dateline's own templates, by name."""
    linked, files = publish_assets(shipped, theme)
    # What a site adds of its own is a file of its own: here are only the shipped sheet and the theme's colours.
    sheets = [files[path] for path in linked.stylesheets if PurePosixPath(path).name.startswith(("style.", "theme."))]
    style = "\n".join(sheet.decode() for sheet in sheets)
    assert "</" not in style
    sources = {name: content.decode() for name, content in shipped.items() if name.endswith(".html")}
    template = make_environment(sources, LANGUAGE).get_template(TEMPLATE)
    return template.render(audit=audit, style=Markup(style), shown=SHOWN).encode()  # noqa: S704  # ours
