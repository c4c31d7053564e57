"""Limits on a share of a whole, stated in percent."""

from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.claims import Claim, Limit
from storyworld.physics.family import Slot

_ROUGHLY: Final = 0.1


@dataclass(frozen=True)
class Share(Limit):
    """A limit stated in percent, met to a tenth: nobody weighs an iceberg."""

    def _make_slots(self) -> tuple[Slot, Slot, Slot]:
        """See :class:`storyworld.physics.claims.Limit`."""
        most, least, about = super()._make_slots()
        return (
            replace(most, symbol="percent"),
            replace(least, symbol="percent"),
            replace(about, symbol="percent"),
        )

    def _make_claims(self) -> tuple[Claim, Claim, Claim]:
        """See :class:`storyworld.physics.claims.Limit`."""
        most, least, about = super()._make_claims()
        return most, least, replace(about, tolerance=_ROUGHLY)
