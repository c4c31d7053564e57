"""What films cost: prices per second of bought film, as of :data:`AS_OF`.

A deployment sets its own by ``STORYWORLD_RENDER_PRICES``; what a graphics card costs an hour is
``STORYWORLD_GPU_USD_PER_HOUR``.
"""

import re
from typing import Annotated, Final

from pydantic import Field

from storyworld.records.frozen import Record
from storyworld.records.provenance import MOST_USD

AS_OF: Final = "2026-11"
_ENTRY: Final = re.compile(
    r"(?P<model>[^\s=;/]{1,100})\s*=\s*(?P<usd_per_s>[0-9]{1,6}(?:\.[0-9]{1,9})?)"
)


class RenderPrice(Record):
    """What one second of film costs, without sound."""

    model: str
    usd_per_s: Annotated[float, Field(ge=0, le=MOST_USD)]


class RenderPrices(Record):
    """The prices of a deployment: of two for one model the first counts."""

    table: tuple[RenderPrice, ...]

    def usd(self, model: str, seconds: float) -> float | None:
        """Give what a film of so many seconds costs; None if nobody knows."""
        price = next((p for p in self.table if p.model == model), None)
        return None if price is None else price.usd_per_s * seconds


RENDER_PRICES: Final = RenderPrices(
    table=(
        RenderPrice(model="veo-3.1-generate-001", usd_per_s=0.20),
        RenderPrice(model="veo-3.1-fast-generate-001", usd_per_s=0.08),
        RenderPrice(model="veo-3.1-lite-generate-001", usd_per_s=0.03),
    )
)


def read_render_prices(value: object) -> object:
    """Read "model=USD per second, ..." over the defaults.

    Raises
    ------
    ValueError
        If an entry is no price.
    """
    if not isinstance(value, str):
        return value
    given = tuple(_price(entry.strip()) for entry in value.split(",") if entry.strip())
    named = {price.model for price in given}
    return RenderPrices(table=(*given, *(p for p in RENDER_PRICES.table if p.model not in named)))


def _price(entry: str) -> RenderPrice:
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise ValueError(
            f"{entry[:80]!r} is no price: write model=USD per second of film, "
            "such as veo-3.1-fast-generate-001=0.08"
        )
    return RenderPrice.model_validate(found.groupdict())
