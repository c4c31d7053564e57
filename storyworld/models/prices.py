"""What asking a model costs: prices per million tokens, and what one try came to.

Prices are the vendors' and change: those here are as of :data:`AS_OF`. A deployment sets its own
with ``STORYWORLD_MODEL_PRICES``. What nobody has priced has no cost: None, and never 0.
"""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Final

from pydantic import Field

from storyworld.models.asking import UNBILLED
from storyworld.records.frozen import Record
from storyworld.records.provenance import MOST_USD, Agent, Try, TryResult

AS_OF: Final = "2026-11"
_ENTRY: Final = re.compile(
    r"(?P<name>[^\s=;]+)\s*=\s*(?P<input_usd>[0-9.]{1,12})\s*/\s*(?P<output_usd>[0-9.]{1,12})"
    r"(?:\s+until\s+(?P<until>[0-9]{4}-[0-9]{2}-[0-9]{2}))?"
)
# A vendor answers "gemini-3.8-flash" with the version it is: "-001", or a date.
_VERSION: Final = re.compile(r"-(?:[0-9]{3,8}|[0-9]{4}-[0-9]{2}-[0-9]{2})$")
_HANGS: Final = (TryResult.TIMEOUT, TryResult.UNAVAILABLE)
_MILLION: Final = 1_000_000
# Who asks, as the settings name them: no model goes by such a name, whatever its server says.
ASKERS: Final = frozenset({"gemini", "gemini-legacy", "ollama", "openai"})

Usd = Annotated[float, Field(ge=0, le=MOST_USD)]


class Price(Record):
    """What a million tokens cost: of a model, or of all that one asks under that name (`ollama`).

    `until` is the last day of the price.
    """

    name: str
    input_usd: Usd
    output_usd: Usd
    until: date | None = None

    @property
    def free(self) -> bool:
        """Whether asking costs nothing."""
        return self.input_usd == self.output_usd == 0


class Prices(Record):
    """The prices of a deployment; of two for one name the first that still holds counts."""

    table: tuple[Price, ...]

    def of(self, agent: Agent, on: date | None = None, *, configured: str = "") -> Price | None:
        """Give the price of an agent: its model's, or else that of all it asks; None if unknown.

        Parameters
        ----------
        configured
            The name the model is asked by, where the agent's is what its server reports: it
            counts where the reported one has no price.
        on
            The day; today unless said.
        """
        day = on or datetime.now(UTC).date()
        models = [m for m in (agent.model, configured) if m and m not in ASKERS]
        named = [name for m in models for name in (m, _VERSION.sub("", m)) if name not in ASKERS]
        for name in (*named, agent.name.replace("_", "-")):
            for price in self.table:
                if price.name == name and (price.until is None or day <= price.until):
                    return price
        return None

    def free(self, agent: Agent) -> bool:
        """Whether asking an agent is known to cost nothing."""
        price = self.of(agent)
        return price is not None and price.free

    def tried(
        self,
        agent: Agent,
        result: TryResult,
        *,
        detail: str = "",
        input_tokens: int = 0,
        output_tokens: int = 0,
        unbilled: bool = False,
        counted: bool = True,
        configured: str = "",
    ) -> Try:
        """Give the record of a try, with what it cost.

        Parameters
        ----------
        unbilled
            Whether the tokens given, or none, are surely all that was paid for.
        counted
            Whether the tokens are known.
        configured
            The name the model is asked by.
        """
        bare = Try(
            agent=agent,
            result=result,
            detail=detail,
            input_tokens=input_tokens,
            output_tokens=output_tokens,
        )
        price = self.of(agent, configured=configured)
        surely = unbilled or result in UNBILLED
        return bare.revised(cost_usd=_usd(bare, price, surely=surely, counted=counted))


def _usd(tried: Try, price: Price | None, *, surely: bool, counted: bool) -> float | None:
    if price is not None and price.free:
        return 0.0
    if not counted:
        return None
    if not (tried.input_tokens or tried.output_tokens):
        return 0.0 if surely else None
    if price is None or (tried.result in _HANGS and not surely):
        return None  # what came before the question that hangs is known, the rest is not
    usd = tried.input_tokens * price.input_usd + tried.output_tokens * price.output_usd
    return usd / _MILLION if usd <= MOST_USD * _MILLION else None


DEFAULT: Final = Prices(
    table=(
        Price(name="gemini-3.8-flash", input_usd=0.75, output_usd=3.75, until=date(2026, 12, 31)),
        Price(name="gemini-3.8-flash", input_usd=1.50, output_usd=7.50),
        Price(name="ollama", input_usd=0, output_usd=0),
    )
)


def read(value: object) -> object:
    """Read "model=input/output, model=input/output until 2026-12-31" over the defaults.

    What is given for a name takes the place of all defaults of that name.

    Raises
    ------
    ValueError
        If an entry is no price.
    """
    if not isinstance(value, str):
        return value
    given = tuple(_price(entry.strip()) for entry in value.split(",") if entry.strip())
    named = {price.name for price in given}
    return Prices(table=(*given, *(p for p in DEFAULT.table if p.name not in named)))


def _price(entry: str) -> Price:
    found = _ENTRY.fullmatch(entry)
    try:
        if found:
            return Price.model_validate(found.groupdict())
    except ValueError:
        pass
    raise ValueError(
        f"{entry[:80]!r} is no price: write model=input/output in USD per million tokens, "
        "such as gemini-3.8-flash=0.75/3.75"
    )
