"""What every test shares: options, and no leaking of the machine's own settings."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        default="build/screenshots",
        help="folder the browser tests write pictures of every page to",
    )
