"""Paths that lead out of a site, however they are spelled, lead nowhere."""

import socket
from urllib.parse import urlsplit

import pytest

DOTS = ("..", "%2e%2e", "%2E.", "%252e%252e", "..%00", "..;", "%c0%ae%c0%ae", "%uff0e%uff0e")
SLASHES = ("/", "%2f", "%252f", "\\", "%5c", "%255c", "//", "/./")
WHOLE = (
    "//etc/passwd", "/%2fetc/passwd", "/%2Fetc%2Fpasswd", "///etc/passwd", "/file:///etc/passwd", "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini", "/\\\\localhost\\c$\\site.yaml", "/\0", "/%00", "/index.html%00.css", "/site.yaml",
    "/content/events/e1.yaml", "/events/e1/../../site.yaml%20", "/%", "/%zz", "/%ff%fe", "/_dateline/",
    "/_dateline/app.py", "/_dateline/../site.yaml", "/_dateline/..%2fserve%2fapp.py", "/_dateline//etc/passwd",
    "/" + "../" * 400 + "etc/passwd",
)  # fmt: skip
OUT = tuple(
    f"{start}{slash.join([dots] * depth)}{slash}{target}"
    for dots in DOTS
    for slash in SLASHES
    for start, depth, target in (("/", 1, "site.yaml"), ("/events/", 2, "site.yaml"), ("/assets/", 12, "etc/passwd"))
)
SECRETS = ("title: Previewed", "date_note", "root:", "import ", "[fonts]")


def ask(preview, path, method="GET"):
    """The answer to a path that no library has tidied, as it comes through the wire."""
    place = urlsplit(preview.address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as connection:
        connection.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("latin-1")
        )
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode(errors="replace")


def test_no_path_leaves_the_site(preview):
    preview.write("secret.txt", "title: Previewed\n")
    wrong = {}
    for path in (*OUT, *WHOLE):
        got = ask(preview, path)
        if got.split()[1] not in ("404", "400") or any(words in got for words in SECRETS):
            wrong[path] = got.partition("\r\n")[0]

    assert wrong == {}
    assert ask(preview, "/").split()[1] == "200"
    assert [line for line in preview.said if "Traceback" in line] == []


@pytest.mark.parametrize(
    "path", ["//evil.example/..", "/\\evil.example", "/%5cevil.example/", "//evil.example//events/e1"]
)
def test_no_answer_leads_to_another_host(preview, path):
    got = ask(preview, path)

    assert got.split()[1] in ("404", "200")
    assert "location:" not in got.lower()


def test_what_the_site_has_is_found_however_it_is_spelled(preview):
    for path in ("/events/e1/", "/events/%651/", "/events/../events/e1/", "/./events//e1/", "/events%2fe1%2f"):
        got = ask(preview, path)
        assert got.split()[1] == "200", path
        assert "Event 1" in got, path


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "CONNECT", "TRACE", "OPTIONS"])
def test_only_reading_is_answered(preview, method):
    assert ask(preview, "/events/e1/", method).split()[1] in ("405", "400")
