"""The documentation holds together: every page is in the index, every link leads somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


def anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as GitHub makes them."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", line.lower()) for line in lines)
    return {line.replace(" ", "-") for line in plain}


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text()
    named = {target for target, _ in LINK.findall(index)}
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} <= named


def test_every_link_leads_to_a_page_and_a_heading_of_it() -> None:
    lost = []
    for page in (ROOT / "README.md", ROOT / "deploy" / "README.md", *PAGES):
        for target, anchor in LINK.findall(page.read_text()):
            there = page.parent / target if target else page
            known = there.exists() and (not anchor or anchor in anchors(there))
            lost += [] if known else [f"{page.relative_to(ROOT)}: {target}#{anchor}"]
    assert lost == []


def test_decisions_are_numbered_as_they_came() -> None:
    numbers = [page.name[:4] for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]


def test_a_module_that_is_named_is_there() -> None:
    named = re.compile(r"`((?:storyworld|tasks|webapp|tests|benchmarks)/[\w/.*]+)`")
    lost = [
        f"{page.name}: {path}"
        for page in (ROOT / "README.md", *PAGES)
        for path in named.findall(page.read_text())
        if not any(ROOT.glob(path.rstrip("/")))
    ]
    assert lost == []
