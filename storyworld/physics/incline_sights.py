"""How a film shows that a block on a ramp stays or slides: how far it gets, at once or ever."""

from typing import Final

from storyworld.physics.claims import OverTime, Seen
from storyworld.records.constraint import Comparison, TemporalOperator
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

STAYS_FOR_S: Final = 2.0
"""For how long a block that stays is filmed."""
STILL_SHARE: Final = 0.02
SLIDES_SHARE: Final = 0.05


def shown(comparison: Comparison, share: float) -> Seen:
    """Show that a block gets no further, or at least as far, as a share of the ramp's length."""
    return Seen(
        Measure.DISPLACEMENT, Unit.METRE, ("block",), comparison, lambda v: share * v["length"],
        "How far does the block get from where it started?", "ramp",
    )  # fmt: skip


STAYS_THROUGHOUT: Final = (
    OverTime(TemporalOperator.ALWAYS, "block", "shift", Unit.METRE, Comparison.AT_MOST,
             lambda v: STILL_SHARE * v["length"], STAYS_FOR_S,
             "The block is {} away from where it started all the time."),
)  # fmt: skip
