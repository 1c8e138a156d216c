"""_headers: what hosts that read such a file (Cloudflare Pages, Netlify) send with every file of the site."""

HEADERS = "_headers"
# The same as in templates/base.html.
SCRIPTS = "script-src 'self'"
POLICY = (
    f"default-src 'none'; {SCRIPTS}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
LEAST = "base-uri 'none'; object-src 'none'"  # for pages of the author's own templates, whose needs are not known
EMBED = "/embed/*"  # what other sites may show within theirs


def render_headers(*, has_search: bool, has_own_pages: bool) -> bytes:
    """The headers for all files, and for those that may be framed.

    A browser keeps to every policy that it is sent, so the second must take the place of the first: Netlify sends what
    stands last for a path, and Cloudflare, which would send both, is told by `!` to drop the first.
    """
    policy = LEAST if has_own_pages else POLICY
    if has_search:
        policy = policy.replace(SCRIPTS, f"{SCRIPTS} 'wasm-unsafe-eval'")  # as Pagefind's worker needs it
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "",
        EMBED,
        "  ! Content-Security-Policy",
        f"  Content-Security-Policy: {policy}; frame-ancestors *",
    ]
    return ("\n".join(lines) + "\n").encode()
