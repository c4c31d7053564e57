"""What a vision model is asked of boxes: whether a pile stays, and how a tilted box comes down."""

from typing import Final

from storyworld.records.scenario import Check

_HANDS_OFF: Final = Check(
    name="hands_off",
    statement="Nothing holds, props or touches the boxes.",
    antonym="A hand, a rope or a prop holds the boxes.",
)
OF_A_PILE: Final = (
    Check(
        name="upright",
        statement="All boxes stay on one another and upright to the end.",
        antonym="At least one box tips over or falls off.",
        shows=("stands",),
        denies=("topples",),
    ),
    _HANDS_OFF,
)
OF_A_TILTED_BOX: Final = (
    Check(
        name="comes_down_upright",
        statement="The box, tilted at first, falls back and stands upright.",
        antonym="The box, tilted at first, falls over onto another of its sides.",
        shows=("comes_back",),
        denies=("goes_over",),
    ),
    _HANDS_OFF,
)
