"""The page at /diagnostics: what is wrong first, then everything there is to see."""

from collections import Counter

from flask import render_template

from storyworld.records.diagnostics import BrokerState
from webapp import diagnostics


def page() -> str:
    """Show how StoryWorld fares."""
    found = diagnostics.found()
    return render_template(
        "diagnostics.html",
        d=found,
        wrong=Counter(concern.section for concern in found.concerns),
        answers=found.broker.state is BrokerState.ANSWERS,
    )
