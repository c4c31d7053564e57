"""Gaps of a domino chain that words compare with the height, and gaps of several widths."""

from collections.abc import Sequence
from typing import Final

from storyworld.physics.nearby import after, before, with_unit
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_ENDS: Final = vocabulary(
    "than they are tall, than they are high, than each is tall, than each is high, than each one "
    "is tall, than a domino is tall, than a domino is high, than their height, than their own "
    "height, than its height, than their heights, than one height, than a height, than a domino's "
    "height, than the height, than a domino height, than one domino height, than the dominoes are "
    "tall, than the dominoes are high, than the tiles are tall, than the pieces are tall, than it "
    "is tall, than it is high, than any of them is tall, than each is long"
)
_LINKS: Final = ("", " apart", " from each other", " from one another", " spaced", " together",
                 " to each other", " to one another", " spacing", " gaps")  # fmt: skip


def _compared(leads: str) -> tuple[str, ...]:
    return tuple(
        f"{lead}{link} {end}" for lead in vocabulary(leads) for link in _LINKS for end in _ENDS
    )


WHOLE: Final = vocabulary(
    "equal to their height, equal to its height, same as their height, as far apart as they are "
    "tall, one height apart, a height apart, one domino height apart, as far apart as they are "
    "high, exactly their height apart, equal to the height, equal to a domino's height"
)
FURTHER: Final = (
    *_compared("further, farther, wider, larger, greater, bigger, more, more widely, longer"),
    *vocabulary("exceeds their height, exceed their height, gaps exceeding their height, exceeds "
                "the height, exceed the height, exceeding their height, exceeds a domino's height, "
                "exceeding the height"),
)  # fmt: skip
CLOSER: Final = _compared("closer, nearer, less, smaller, shorter, narrower, tighter")

_GAPS: Final = frozenset(
    vocabulary(
        "gap, gaps, spacing, spacings, space, spaces, distance, distances, interval, intervals, "
        "apart, alternate, alternates, alternating, alternately, clearances, separations, vary, "
        "varies, varying"
    )
)
_JOINING: Final = frozenset(
    {*vocabulary("and, then, or, to, alternately, alternating, with, between, of, by, again, next"),
     ",", "/", "-"}
)  # fmt: skip
_HIGH: Final = frozenset({"tall", "high", "height", "thick", "wide", "long", "thickness"})


def several_gaps(words: Words, mentions: Sequence[Mention]) -> dict[int, str]:
    """Take the widest of gaps in a list for the spacing: 'alternately 3 cm and 4 cm apart'.

    The widest decides whether the chain gets over all of them.
    """
    for row in _rows(words, mentions):
        around = {*before(words, mentions, row[0]), *after(words, mentions, row[-1], 4)}
        behind = {word for n in row for word in after(words, mentions, n, 1)}
        if len(row) > 1 and around & _GAPS and not _HIGH & {
            *behind, *before(words, mentions, row[0], 2)
        }:  # fmt: skip
            widest = max(row, key=lambda n: mentions[n].quantity.value)
            return {**dict.fromkeys(row, ""), widest: "spacing"}
    return {}


def _rows(words: Words, mentions: Sequence[Mention]) -> list[list[int]]:
    """Give runs of lengths with nothing but an 'and' or a comma between them."""
    rows: list[list[int]] = []
    for n in with_unit(mentions, Unit.METRE):
        lead = before(words, mentions, n)
        follows = n > 0 and mentions[n].first_token - mentions[n - 1].next_token == len(lead)
        listed = follows and mentions[n].parts == 1 and set(lead) <= _JOINING
        if rows and listed and rows[-1][-1] == n - 1:
            rows[-1].append(n)
        else:
            rows.append([n])
    return rows
