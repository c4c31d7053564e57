"""Where on its length a lever is pivoted: how long the rest of it is, and what that leaves open."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.lever_efforts import behind, end_is_open, is_of_pivot, pivot_at_end
from storyworld.physics.lever_phrases import PIVOTS
from storyworld.physics.lever_words import Seating
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary

_TOOLS: Final = vocabulary(
    "crowbar, pry bar, prybar, lever, bar, pole, rod, pipe, beam, plank, board, tube, log, spar"
)
_SEATS: Final = vocabulary(
    "seesaw, see saw, teeter totter, teetertotter, teeter, teeterboard, middle, centre, center, "
    "midpoint, mid point, halfway, half way, midway"
)
_ENDS: Final = frozenset({"end", "ends", "tip"})
_TOLD: Final = ("respectively", "the long arm", "the short arm", "the longer arm")
_LISTED: Final = frozenset({"and", "a", "an", "long", "short", "arm", "arms", ",", "of", "longer"})
_REACH: Final = 6


def rest_of_bar(
    words: Words, mentions: Sequence[Mention], seats: Seating, known: Mapping[str, float]
) -> tuple[str, float] | None:
    """Give the arm that is the rest of a tool's length, if one is.

    With the fulcrum so far from the load, the load at one end and the effort at the other, the
    effort's arm is the length less that distance.
    """
    side, length = seats.effort_side, known.get("beam_length")
    if side is None or length is None or words.any_of(_TOOLS) is None:
        return None
    if words.any_of(_SEATS) is not None or pivot_at_end(words):
        return None
    arms = {b.side: b.arm for b in seats.bodies if b.arm is not None}
    if len(arms) != 1:
        return None
    ((near, mention),) = arms.items()
    arm = known.get(f"{near}_arm")
    if arm is None or not arm < length:
        return None
    if near == side and not is_of_pivot(words, mentions[mention]):
        return None
    lacking = next(b.side for b in seats.bodies if b.side != near)
    return f"{lacking}_arm", length - arm


def left_open(words: Words, mentions: Sequence[Mention], seats: Seating) -> str | None:
    """Say why the arms are not told by the numbers, where they are not."""
    if pivot_at_end(words):
        return "the pivot is at an end: all that presses does so on one side of it"
    if _are_anybodys(words, mentions, seats):
        return "the goal does not say which arm is the load's and which the effort's"
    for body in seats.bodies:
        if body.arm is None:
            continue
        mention = mentions[body.arm]
        if is_of_pivot(words, mention):
            if end_is_open(words, mention):
                return "the goal does not say which end the load is at"
            continue
        said = [t.text for t in behind(words, mention, _REACH)]
        if "from" in said[:2] and set(said) & _ENDS and not set(said) & PIVOTS:
            return "a distance is measured from an end, and not from the pivot"
    return None


def _are_anybodys(words: Words, mentions: Sequence[Mention], seats: Seating) -> bool:
    """Whether two arms are only listed: 'a lever with arms of 1.4 m and 10 cm lifts'."""
    arms = sorted(b.arm for b in seats.bodies if b.arm is not None)
    if seats.effort is None or len(arms) != 2 or words.any_of(_TOLD) is not None:
        return False
    if words.any_of(_TOOLS) is None or words.any_of(_SEATS) is not None:
        return False
    first, second = (mentions[n] for n in arms)
    between = {t.text for t in words.tokens[first.next_token : second.first_token]}
    return arms[1] - arms[0] == 1 and between <= _LISTED
