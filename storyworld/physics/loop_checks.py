"""What a vision model is asked of a body that runs into a loop."""

from typing import Final

from storyworld.records.scenario import Check

# A body that is about to fall off may touch the track near the top: what comes off says nothing.
LOOP_CHECKS: Final = (
    Check(
        name="stays_on_the_track",
        statement="The body runs once round the inside of the loop and comes out of it.",
        antonym="The body falls off the loop or runs back down before it is round.",
        shows=("completes",),
        denies=("fails", "detaches"),
    ),
    Check(
        name="contact_at_the_top",
        statement="At the top of the loop the body touches the track.",
        antonym="The body is away from the track before it reaches the top.",
        shows=("completes",),
    ),
)
