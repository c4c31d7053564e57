"""Texts that strangers may write, and what a browser would make of a page that shows them."""

import re
from html.parser import HTMLParser

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "{{ 'no' * 9 }}{% raise %}",
    "${7*191}#{7*191}",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<style>@import'//evil.example'</style>",
    "<base href=//evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "a ball\u2028falls <b onclick=alert(1)>now</b>",
)  # fmt: skip


class Reader(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    @property
    def words(self) -> str:
        """The text as it is read: a space between words, however the page breaks its lines."""
        return " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def inert(page: str) -> Reader:
    read = Reader(page)
    for tag, attributes in read.tags:
        assert tag not in {"iframe", "object", "embed", "base", "style", "math", "img"}
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert "style" not in attributes
        if tag == "script":
            assert re.fullmatch(r"/static/[a-z]+\.js\?v=[0-9a-f]{12}", attributes["src"] or "")
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#")), attributes
    return read
