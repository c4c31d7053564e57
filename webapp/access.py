"""Who asks: whose rows a request may see and write."""

from storyworld.records.access import LOCAL


def owner() -> str:
    """Give the owner of all that this request makes; it sees nobody else's."""
    return LOCAL
