"""How a film shows that boxes stand or topple: at the end, for how long, frame by frame."""

from typing import Final

from storyworld.physics.claims import OverTime, Seen
from storyworld.records.constraint import Comparison, TemporalOperator
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_MAX_TILT_DEG: Final = 5.0
# As the measure of hold time has it: gone is what moved by more than a tenth of its width.
_GONE_OF_WIDTH: Final = 0.1
_GONE_FOR_S: Final = 0.2
AFTER_S: Final = 0.5
"""For how long a stack is filmed beyond the time it has to stand."""


def shown(comparison: Comparison) -> tuple[Seen, ...]:
    """Show that it stands (AT_MOST), or topples (AT_LEAST), by the turn and the hold of boxes."""
    stands = comparison is Comparison.AT_MOST
    longer = Comparison.AT_LEAST if stands else Comparison.AT_MOST
    return (
        # A toppled box may come to rest on its side: a quarter turn looks like none.
        Seen(Measure.TILT, Unit.DEGREE, ("box_1",), comparison, _MAX_TILT_DEG,
             "How far is the worst box turned?", scale_free=True, required=stands),
        Seen(Measure.HOLD_TIME, Unit.SECOND, ("box_1",), longer, "hold_time",
             "How long does every box hold?", scale_free=True),
    )  # fmt: skip


STANDS_THROUGHOUT: Final = (
    OverTime(TemporalOperator.ALWAYS, "box_1", "tilt", Unit.DEGREE, Comparison.AT_MOST,
             _MAX_TILT_DEG, "hold_time", "The top box is turned by {} all the time."),
    OverTime(TemporalOperator.ALWAYS, "box_1", "shift", Unit.METRE, Comparison.AT_MOST,
             lambda v: _GONE_OF_WIDTH * v["width"], "hold_time",
             "The top box is {} away from its place all the time."),
)  # fmt: skip
"""Whichever box gives way, the top one goes with it."""

TOPPLES_FOR_GOOD: Final = (
    OverTime(TemporalOperator.HOLD, "box_1", "shift", Unit.METRE, Comparison.AT_LEAST,
             lambda v: _GONE_OF_WIDTH * v["width"], lambda v: v["hold_time"] + AFTER_S,
             "The top box gets {} away from its place, and stays away.", hold_s=_GONE_FOR_S),
)  # fmt: skip
