"""What axe finds on a page: https://github.com/dequelabs/axe-core, in tests/browser/axe."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parent / "axe" / "axe.min.js"
_RUN = """(only) => axe.run(document, {
  resultTypes: ['violations'], rules: {'target-size': {enabled: true}},
  ...(only ? {runOnly: only} : {}),
})"""
CONTRAST = "color-contrast"
"""The one rule whose answer turns on the colour scheme."""


@cache
def _source() -> str:
    return _AXE.read_text()


def violations(page: Page, only: str = "") -> list[str]:
    """Give what axe finds, one line for each element at fault: its rule, where, and why.

    `only` names one rule; without it all are asked.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())  # by the debugger's way: the page's policy lets no script in
    found: dict[str, Any] = page.evaluate(_RUN, only)
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> int:
    """Give how many pixels wider than its window a page is."""
    wider: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wider
