"""Families in which only what is said to happen takes up a denial, and scenery rules nothing out.

A denial that nothing said to happen takes up must not be dropped: the nouns of a problem ('no van
with a track of 2 m ...') do not take it up.
"""

from collections.abc import Iterator
from typing import ClassVar, Final

from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.masking import without
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

# Words of other problems where they only set a scene: neither loads nor vehicles sail or float.
_SCENERY: Final = vocabulary(
    "in spring, in the spring, spring morning, spring day, this spring, last spring, next spring, "
    "early spring, late spring, paper, leaf, feather, feathers, balloon, balloons, umbrella, kite, "
    "wing of the, sailing boat, paper mill, magnet factory, oil painting, water heater"
)


class Sweeping(ClosedForm):
    """A closed-form family in which only what is said to happen takes up a denial.

    Attributes
    ----------
    deniable
        Nouns that a goal may deny besides the verbs: 'no rollover'.
    """

    deniable: ClassVar[tuple[str, ...]] = ()

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`; what only sets the scene is left out."""
        return super().affinity(without(words, _SCENERY), units)

    def _heard(self) -> Iterator[str]:
        for wish in self.wishes:
            yield from (*wish.said, *wish.weak)
        yield from self.deniable
