"""What every test shares: options, and a browser for whoever opens one."""

import pytest

from tests.chromium import chromium, playwright, tab

__all__ = ["chromium", "playwright", "tab"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        default="build/screenshots",
        help="folder the browser tests write pictures of every page to",
    )
