"""_headers: what hosts that read such a file (Cloudflare Pages, Netlify) send with every file of the site."""

from collections.abc import Iterable

HEADERS = "_headers"
# The same as in templates/base.html.
SCRIPTS = "script-src 'self'"
POLICY = (
    f"default-src 'none'; {SCRIPTS}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
LEAST = "base-uri 'none'; object-src 'none'"  # for pages of the author's own templates, whose needs are not known
EMBED = "embed/*"  # what other sites may show within theirs


def policy_of_frames(origin: str = "") -> str:
    """What a page for frames may load: it fetches nothing. The same as in templates/embed.html.

    In a frame that is shut in (`sandbox`) a browser may know no 'self', so that the site's origin is named as well.
    """
    own = f"'self' {origin}".rstrip()
    loaded = "; ".join(f"{kind}-src {own}" for kind in ("script", "style", "img", "font"))
    return f"default-src 'none'; {loaded}; base-uri 'none'; form-action 'none'"


def render_headers(
    *, has_search: bool, has_own_pages: bool, embeds: Iterable[str] = (), script: str = "", origin: str = ""
) -> bytes:
    """The headers for all files, and for those that may be framed.

    A browser keeps to every policy that it is sent, so the second must take the place of the first: Netlify sends what
    stands last for a path, and Cloudflare, which would send both, is told by `!` to drop the first. `embeds` are the
    prefixes of the languages that have pages for frames, as in 'fr/', and `script` is what other sites load: by CORS,
    too, as they must where they say which bytes they take (`integrity`).
    """
    policy = LEAST if has_own_pages else POLICY
    if has_search:
        policy = policy.replace(SCRIPTS, f"{SCRIPTS} 'wasm-unsafe-eval'")  # as Pagefind's worker needs it
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
    ]
    prefixes = tuple(embeds)
    framed = LEAST if has_own_pages else policy_of_frames(origin)
    for prefix in prefixes or ("",):
        lines += [
            "",
            f"/{prefix}{EMBED}",
            "  ! Content-Security-Policy",
            f"  Content-Security-Policy: {framed if prefixes else policy}; frame-ancestors *",
        ]
    if script:
        lines += ["", f"/{script}", "  Access-Control-Allow-Origin: *"]
    return ("\n".join(lines) + "\n").encode()
