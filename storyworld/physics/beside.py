"""Numbers beside the point, where no law of a family reads them: what a lamp draws, what it cost.

People name them in passing ('a robot that draws 300 W', 'bought for 3 pounds'); nothing that is
held, floats or breaks turns on them.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.nearby import before, with_unit
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_PAID: Final = frozenset(
    vocabulary("bought, cost, costs, costing, paid, sold, price, priced, worth, sells")
)
_NEAR: Final = 3


def beside_the_point(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place powers and prices in pounds as nothing that matters; see the protocol's `place`."""
    priced = {
        n: ""
        for n in with_unit(mentions, Unit.KILOGRAM)
        if mentions[n].symbol in {"lb", "pound", "pounds"}
        and _PAID & {*before(words, mentions, n, _NEAR)}
    }
    return {**dict.fromkeys(with_unit(mentions, Unit.WATT), ""), **priced}
