"""What a browser would make of a report."""

from html.parser import HTMLParser

TAGS = frozenset(
    """html head meta title style body main header section h1 h2 h3 p span code bdi blockquote dl
    div dt dd ul li table caption thead tbody tr th td strong mark br figure figcaption svg desc
    path rect circle polygon polyline text tspan""".split()  # noqa: SIM905 - read as a sentence
)
ATTRIBUTES = frozenset(
    """lang charset http-equiv content name class id title role aria-label aria-labelledby
    aria-hidden tabindex scope colspan focusable viewbox x y cx cy r rx d points width
    height""".split()  # noqa: SIM905
)
EMPTY = frozenset({"meta", "br"})


class Page(HTMLParser):
    """Tags, attributes and text; every tag that is opened has to be closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.style = ""
        self.headings: list[tuple[int, str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
            return
        self.text += data
        if {"h1", "h2", "h3"} & set(self.open):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def words(self) -> str:
        return " ".join(self.text.replace("\N{NO-BREAK SPACE}", " ").split())

    def drawn(self, *classes: str) -> list[dict[str, str | None]]:
        """Give the attributes of what is drawn under these classes."""
        return [a for _, a in self.tags if set(classes) <= set((a.get("class") or "").split())]


def inert(page: str) -> Page:
    """Read a page; fail if it could do, load or send anything."""
    read = Page(page)
    for tag, attributes in read.tags:
        assert tag in TAGS, tag
        for name in attributes:
            assert name in ATTRIBUTES, (tag, name)
    assert "url(" not in read.style
    assert "@import" not in read.style
    assert "<" not in read.style
    return read
