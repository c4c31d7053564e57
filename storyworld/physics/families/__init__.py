"""The scenario families: adding one is one module and one line in ``FAMILIES``.

==============  ======================================================================
family          decides
==============  ======================================================================
free_fall       a body falls, in the time and at the speed asked for
projectile      a thrown body clears a wall, crosses a gap, flies as far as asked for
incline         a block on a ramp stays or slides
stack           boxes on one another stand or topple
braking         a vehicle stops within a distance
generic         nothing: no family matches
==============  ======================================================================
"""

from typing import Final

from storyworld.physics.families.braking import Braking
from storyworld.physics.families.free_fall import FreeFall
from storyworld.physics.families.generic import Generic
from storyworld.physics.families.incline import Incline
from storyworld.physics.families.projectile import Projectile
from storyworld.physics.families.stack import Stack
from storyworld.physics.family import Family

GENERIC: Final[Family] = Generic()
FAMILIES: Final[tuple[Family, ...]] = (
    FreeFall(),
    Projectile(),
    Incline(),
    Stack(),
    Braking(),
    GENERIC,
)
_BY_NAME: Final = {family.name: family for family in FAMILIES}


def family_named(name: str) -> Family:
    """Give the family of that name; the generic one if there is none."""
    return _BY_NAME.get(name, GENERIC)
