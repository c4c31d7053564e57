"""What a try costs; what nobody knows is never nothing."""

from datetime import date

import pytest

from storyworld.models.prices import ASKERS, DEFAULT, Prices, read
from storyworld.records.provenance import (
    MOST_USD,
    Agent,
    AgentKind,
    Try,
    TryResult,
    known_usd,
    total_usd,
)
from storyworld.settings import Settings, VisionName

THIS_YEAR, NEXT_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def agent(name: str = "gemini", model: str | None = "priced") -> Agent:
    return Agent(name=name, kind=AgentKind.OBSERVER, version="1", model=model)


def set_to(text: str) -> Prices:
    return Settings.from_environment({"STORYWORLD_MODEL_PRICES": text}).model_prices


PRICED = set_to("priced=0.30/2.50")


def tried(result: TryResult = TryResult.USED, **more: int) -> float | None:
    return PRICED.tried(agent(), result, **more).cost_usd  # type: ignore[arg-type]


def test_tokens_are_paid_by_the_million() -> None:
    cost = tried(input_tokens=1_000_000, output_tokens=500_000)
    assert cost == pytest.approx(0.30 + 1.25)
    assert tried(input_tokens=1) == pytest.approx(3e-7)


def test_the_vendors_prices_are_those_of_the_day() -> None:
    flash = agent(model="gemini-3.8-flash-001")
    prices = [DEFAULT.of(flash, on) for on in (THIS_YEAR, NEXT_YEAR)]
    assert [(p.input_usd, p.output_usd) for p in prices if p] == [(0.75, 3.75), (1.50, 7.50)]


@pytest.mark.parametrize(
    ("model", "known"),
    [
        ("priced", True), ("priced-001", True), ("priced-2026-08-07", True),
        ("priced-20260807", True), ("priced-lite", False), ("priced-12", False),
        ("other", False), (None, False),
    ],
)  # fmt: skip
def test_a_version_of_a_model_has_its_price_and_another_model_has_none(
    model: str | None, known: bool
) -> None:
    cost = PRICED.tried(agent(model=model), TryResult.USED, input_tokens=5).cost_usd
    assert (cost is not None) == known


def test_ones_own_server_costs_nothing_and_an_unpriced_one_is_unknown() -> None:
    def cost(prices: Prices, name: str, model: str = "m") -> float | None:
        return prices.tried(agent(name, model), TryResult.USED, input_tokens=9).cost_usd

    assert cost(DEFAULT, "ollama") == 0.0
    assert cost(DEFAULT, "openai") is None
    assert cost(set_to("openai=0/0"), "openai") == 0.0
    assert cost(set_to("openai=0/0"), "ollama") == 0.0, "the defaults of other names stay"
    assert cost(set_to("openai=0/0, m=1/1"), "openai") == pytest.approx(9e-6)


FREE = {
    TryResult.CACHED, TryResult.NOT_CONFIGURED, TryResult.RATE_LIMITED, TryResult.QUOTA_EXHAUSTED,
    TryResult.CREDIT_EXHAUSTED, TryResult.MODEL_MISSING, TryResult.REFUSED, TryResult.UNSUITED,
}  # fmt: skip


@pytest.mark.parametrize("result", TryResult)
def test_without_tokens_a_try_costs_nothing_only_where_nothing_is_billed(result: TryResult) -> None:
    assert tried(result) == (0.0 if result in FREE else None)
    assert PRICED.tried(agent(), result, unbilled=True).cost_usd == 0.0
    assert DEFAULT.tried(agent("ollama"), result).cost_usd == 0.0


def test_of_a_question_that_hangs_nobody_knows_what_it_costs() -> None:
    assert tried(TryResult.TIMEOUT, input_tokens=900) is None
    known = PRICED.tried(agent(), TryResult.TIMEOUT, input_tokens=900, unbilled=True)
    assert known.cost_usd == pytest.approx(0.00027)


def test_a_cost_beyond_all_is_not_believed() -> None:
    assert tried(input_tokens=10**30) is None
    most = Try(agent=agent(), result=TryResult.USED, cost_usd=MOST_USD)
    assert total_usd((most, most)) is None


def test_a_sum_is_unknown_if_one_part_is() -> None:
    one, unknown = (Try(agent=agent(), result=TryResult.USED, cost_usd=usd) for usd in (0.25, None))
    assert total_usd(()) == 0.0
    assert total_usd((one, one)) == 0.5
    assert total_usd((one, unknown)) is None
    assert known_usd((one, unknown)) == 0.25


def test_an_entry_with_until_ends_and_the_next_holds() -> None:
    prices = set_to("meta/m:8b = 1/2 until 2026-12-31, meta/m:8b=3/4,")
    found = [prices.of(agent(model="meta/m:8b"), on) for on in (THIS_YEAR, NEXT_YEAR)]
    assert [p.input_usd for p in found if p] == [1, 3]


@pytest.mark.parametrize(
    "text",
    ["m", "m=1", "m=1/x", "m=-1/2", "m=1/2/3", "=1/2", "m=1.2.3/1", "m=20000/1", "m=nan/1",
     "m=inf/1", "m=1/2 until tomorrow", "m=1/2 until 2026-13-01", "a b=1/2"],
)  # fmt: skip
def test_what_is_no_price_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(ValueError, match="is no price: write model=input/output"):
        read(text)


def test_a_price_is_looked_up_by_reported_name_then_configured_then_asker() -> None:
    prices = set_to("mine=1/1, said=2/2, openai=3/3")
    found = [
        prices.of(agent("openai", reported), configured=configured)
        for reported, configured in (("said-001", "mine"), ("mine-fp8", "mine"), ("a", "b"))
    ]
    assert [p.input_usd for p in found if p] == [2, 1, 3]


@pytest.mark.parametrize("reported", ["ollama", "ollama-001", "gemini"])
def test_no_model_goes_by_the_name_of_who_asks(reported: str) -> None:
    assert set_to("gemini=0/0").of(agent("openai", reported)) is None
    assert {name.value for name in VisionName} <= ASKERS


def test_all_that_gemini_legacy_asks_is_priced_by_its_name_in_the_settings() -> None:
    price = set_to("gemini-legacy=1/2").of(agent("gemini_legacy", "other"))
    assert price is not None
    assert price.input_usd == 1


def test_what_was_not_counted_is_unknown_and_never_nothing() -> None:
    assert tried(input_tokens=5, counted=False) is None
    assert tried(TryResult.MALFORMED, input_tokens=5, counted=False) is None
    assert tried(TryResult.UNAVAILABLE, input_tokens=5) is None, "what followed is not known"
    assert DEFAULT.tried(agent("ollama"), TryResult.USED, counted=False).cost_usd == 0.0


@pytest.mark.parametrize("text", ["a=1/2;b=3/4", "a;b=1/2", "a=b=1/2"])
def test_names_hold_no_marks_of_the_list(text: str) -> None:
    with pytest.raises(ValueError, match="is no price"):
        read(text)
