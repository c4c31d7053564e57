"""The phrases that make a threshold of a quantity, before it and behind it."""

from collections.abc import Mapping
from typing import Final

from storyworld.reading.mention import Bound
from storyworld.reading.tokens import vocabulary

_MORE: Final = vocabulary(
    "more, greater, higher, taller, longer, larger, bigger, wider, thicker, deeper, heavier, "
    "further, farther, later, steeper, hotter, warmer, stronger, harder, upward, upwards"
)
_LESS: Final = vocabulary(
    "less, fewer, lower, shorter, smaller, narrower, thinner, shallower, lighter, closer, nearer, "
    "earlier, cooler, colder, weaker"
)
_QUICKER: Final = vocabulary("faster, quicker, sooner, quickly")
_SLOWER: Final = ("slower",)

_Table = Mapping[str, tuple[Bound, bool]]
# What stands in front, and whether it is more than a preposition.
BEFORE: Final[_Table] = {
    **dict.fromkeys((f"{word} than" for word in _MORE), (Bound.AT_LEAST, True)),
    **dict.fromkeys((f"{word} than" for word in _LESS), (Bound.AT_MOST, True)),
    **dict.fromkeys(
        ("in under", "in at most", "at most", "at the most", "at the very most", "at maximum",
         "short of", "maximum of", "maximum", "max", "max of", "limited to", "limit of",
         "capped at",
         "at or below", "at or under", "no later than", "not later than", "by no later than",
         "<", "≤", "< =", "= <", "⩽"),
        (Bound.AT_MOST, True),
    ),
    **dict.fromkeys(
        ("within", "under", "below", "up to", "before", "inside", "as little as"),
        (Bound.AT_MOST, False),
    ),
    **dict.fromkeys(
        ("at least", "at the least", "at the very least", "exceeds", "exceeding", "exceed",
         "exceeded", "surpass", "surpasses", "surpassing", "in excess of", "upwards of",
         "upward of", "all of", "takes a full", "take a full", "needs a full", "need a full",
         "only after", "not until", "not before", "until after", "in over",
         "takes over", "take over", "at or above", "at or over", "minimum of",
         "minimum", "min", "min of", ">", "≥", "> =", "= >", "⩾"),
        (Bound.AT_LEAST, True),
    ),
    **dict.fromkeys(
        ("over", "above", "beyond", "past", "as much as", "as high as", "as far as", "as fast as",
         "as long as"),
        (Bound.AT_LEAST, False),
    ),
    **dict.fromkeys(("in", "inside of"), (Bound.IN, False)),
    **dict.fromkeys(("for", "for a full", "for a"), (Bound.FOR, False)),
    **dict.fromkeys(("exactly", "in exactly", "precisely", "in precisely"), (Bound.EXACTLY, True)),
    **dict.fromkeys(
        ("takes", "take", "taking", "took", "after", "lasts", "lasting", "lasted", "needs", "need"),
        (Bound.TAKES, False),
    ),
}  # fmt: skip
BEHIND: Final[Mapping[str, Bound]] = {
    **{f"or {word}": Bound.AT_LEAST for word in (*_MORE, "over", "above", "up", "beyond")},
    **{f"or {word}": Bound.AT_MOST for word in (*_LESS, "under", "below")},
    "and more": Bound.AT_LEAST,
    **dict.fromkeys(
        (f"{link} no {word}" for link in ("and", "but", ",") for word in (*_MORE, *_QUICKER)),
        Bound.AT_MOST,
    ),
    **dict.fromkeys((f"{link} no less" for link in ("and", "but", ",")), Bound.AT_LEAST),
    "at best": Bound.AT_MOST,
    **dict.fromkeys(("at a minimum", "as a minimum"), Bound.AT_LEAST),
    **dict.fromkeys(("at a maximum", "as a maximum"), Bound.AT_MOST),
    **dict.fromkeys(("at most", "at the most", "at the very most", "maximum", "max", "tops",
                     "or so at most", "at the latest", "at the outside"), Bound.AT_MOST),
    **dict.fromkeys(("at least", "at the least", "at the very least", "minimum", "min", "plus",
                     "at the earliest"), Bound.AT_LEAST),
}  # fmt: skip
QUICKER_BEHIND: Final = frozenset({"or faster", "or quicker", "or sooner"})
SLOWER_BEHIND: Final = frozenset({"or slower"})
QUICKER_BEFORE: Final = frozenset(f"{word} than" for word in _QUICKER)
SLOWER_BEFORE: Final = frozenset(f"{word} than" for word in _SLOWER)
# What may stand between a comparison and its "than": 'no higher above the hand than'.
BEFORE_THAN: Final = frozenset(
    vocabulary(
        "up, away, above, the, its, hand, upward, upwards, out, off, down, high, far, long, fast, "
        "deep, over, ground, floor, level, start, starting, point, along, forward, on, sideways, "
        "it, roof, table, surface, in, time, from, distance, height"
    )
)
