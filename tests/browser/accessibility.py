"""What axe finds on a page: https://github.com/dequelabs/axe-core, in tests/browser/axe."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parent / "axe" / "axe.min.js"
_RUN = """() => axe.run(document, {
  resultTypes: ['violations'], rules: {'target-size': {enabled: true}},
})"""


@cache
def _source() -> str:
    return _AXE.read_text()


def violations(page: Page) -> list[str]:
    """Give what axe finds, one line for each element at fault: its rule, where, and why."""
    page.evaluate(_source())  # by the debugger's way: the page's policy lets no script in
    found: dict[str, Any] = page.evaluate(_RUN)
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
