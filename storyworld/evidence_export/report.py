"""The report of an episode: one HTML file for people, that asks nobody for anything.

Everything in it that a stranger may have written (the goal, an observer's words, a model's name) is
text and stays text: it is escaped, characters that are not seen or that turn the order of others
are shown as such, and the page's own policy lets no script run and nothing be loaded.
"""

import unicodedata
from functools import cache
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from storyworld.evidence_export import gauges
from storyworld.evidence_export.chapters import arrange
from storyworld.evidence_export.wording import FILTERS, SOURCES
from storyworld.records.account import Account

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""What the page may load: its own style and nothing else."""
_SEEN = "\n\t\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


def report(account: Account) -> str:
    """Write the report of an episode, as it stands in its account; the same account, the same text.

    Returns
    -------
    str
        A complete HTML document without scripts, links to elsewhere or anything to load.
    """
    template = _environment().get_template("report.html")
    return template.render(r=arrange(account), a=account, run=account.run)


@cache
def _environment() -> Environment:
    package = "storyworld.evidence_export"
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader(package, "static")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visibly,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(SOURCES=SOURCES, POLICY=POLICY, gauges=gauges)
    return environment


def _visibly(value: Any) -> Any:
    """Show characters that would not be seen, or would turn the order of others, as such."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return "".join(c if _is_seen(c) else "\N{REPLACEMENT CHARACTER}" for c in value)


def _is_seen(character: str) -> bool:
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs"}
    return not hidden or character in _SEEN
