"""What holds for every record: frozen, closed, finite, one JSON form, and back."""

import importlib
import json
import math
import pkgutil
import typing
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import storyworld.records
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.frozen import Record
from storyworld.records.goal import MAX_GOAL_CHARACTERS, Backend, CostPolicy, Goal, RiskProfile
from storyworld.records.identity import AttemptKey, Stage, StepKey, derived_id, new_id
from storyworld.records.provenance import Agent, AgentKind, Failure, FailureCode, ProvenanceEntry
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Framing
from tests import making


def every_record() -> list[type[Record]]:
    found: list[type[Record]] = []
    for module in pkgutil.iter_modules(storyworld.records.__path__):
        names = vars(importlib.import_module(f"storyworld.records.{module.name}"))
        found += [r for r in names.values() if isinstance(r, type) and issubclass(r, Record)]
    return sorted(set(found), key=lambda r: r.__name__)


def parts(annotation: object) -> typing.Iterator[object]:
    yield typing.get_origin(annotation) or annotation
    for argument in typing.get_args(annotation):
        yield from parts(argument)


@pytest.mark.parametrize("record", every_record(), ids=lambda r: r.__name__)
def test_every_record_is_closed_frozen_and_of_immutable_parts(record: type[Record]) -> None:
    assert record.model_config["frozen"] is True
    assert record.model_config["extra"] == "forbid"
    assert record.__doc__
    for name, field in record.model_fields.items():
        kinds = set(parts(field.annotation))
        assert not kinds & {list, dict, set, typing.Any}, name
    json.dumps(record.model_json_schema())


finite = st.floats(allow_nan=False, allow_infinity=False)
quantities = st.builds(
    Quantity,
    value=finite,
    unit=st.sampled_from(Unit),
    uncertainty=st.floats(min_value=0, allow_infinity=False, allow_nan=False),
)
names = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
texts = st.text(max_size=50)
first, last = datetime(1970, 1, 1), datetime(8999, 12, 31)  # noqa: DTZ001 - hypothesis wants them so
moments = st.datetimes(first, last, timezones=st.just(UTC))
frames = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(
    lambda pair: FrameRange(first=min(pair), last=max(pair))
)
spreads = st.floats(min_value=0, allow_infinity=False, allow_nan=False)
evidences = st.sampled_from(EvidenceSource).flatmap(
    lambda source: st.builds(
        Evidence,
        evidence_id=texts,
        name=names,
        quantity=quantities,
        source=st.just(source),
        method=texts,
        frames=st.none() | frames,
        observation_id=st.none() | texts,
        **(
            {"inferred_from": st.tuples(texts), "added_uncertainty": spreads}
            if source is EvidenceSource.INFERRED
            else {}
        ),
    )
)
goals = st.builds(
    Goal,
    text=st.from_regex(r"[A-Za-zµ°²é ]{0,40}[a-z]", fullmatch=True),
    budget_usd=st.none() | st.floats(0, 10_000),
    risk_profile=st.sampled_from(RiskProfile),
    cost_policy=st.sampled_from(CostPolicy),
    backend=st.none() | st.sampled_from(Backend),
    seed=st.integers(0, 2**31 - 1),
    requires_visual_verification=st.none() | st.booleans(),
)
keys = st.builds(
    StepKey,
    episode_id=st.just(making.EPISODE),
    beat=st.integers(0, 99),
    attempt=st.integers(0, 9),
    stage=st.sampled_from(Stage),
)
failures = st.builds(
    Failure,
    code=st.sampled_from(FailureCode),
    detail=texts,
    transient=st.booleans(),
    fix=texts,
)
entries = st.builds(
    ProvenanceEntry,
    stage=st.sampled_from(Stage),
    agent=st.builds(Agent, name=names, kind=st.sampled_from(AgentKind), version=texts),
    used=st.lists(texts, max_size=3).map(tuple),
    started_at=moments,
    finished_at=moments,
    seed=st.none() | st.integers(),
    failure=st.none() | failures,
)
framings = st.builds(
    Framing,
    width_px=st.integers(64, 1920),
    frame_rate_hz=st.floats(1, 240),
    zoom=st.floats(0.2, 4),
)
records = st.one_of(quantities, evidences, goals, keys, failures, entries, framings)


@given(records)
def test_a_record_survives_its_own_json(record: Record) -> None:
    again = type(record).model_validate_json(record.canonical_json())

    assert again == record
    assert again.canonical_json() == record.canonical_json()
    assert again.digest() == record.digest()


@given(keys)
def test_a_step_key_reads_what_it_writes(key: StepKey) -> None:
    assert StepKey.parse(str(key)) == key
    assert key.of_attempt.at(key.stage) == key


@given(texts)
def test_no_text_breaks_the_reading_of_a_key(text: str) -> None:
    try:
        StepKey.parse(text)
    except ValueError:  # pydantic's ValidationError is one
        return
    assert text.count(":") == 3


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_no_number_is_infinite_or_missing(value: float) -> None:
    with pytest.raises(ValidationError):
        Quantity(value=value, unit=Unit.METRE)
    with pytest.raises(ValidationError):
        Quantity(value=1, unit=Unit.METRE, uncertainty=value)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "x" * (MAX_GOAL_CHARACTERS + 1), "a\x00b", "a\x1b[31mb", "a\u202eb"]
)
def test_a_goal_is_plain_text_of_bounded_length(text: str) -> None:
    with pytest.raises(ValidationError):
        Goal(text=text)


def test_a_constraint_is_complete_or_refused() -> None:
    whole = making.constraint()
    for without in ("quantity", "comparison", "threshold"):
        with pytest.raises(ValidationError):
            whole.revised(**{without: None})
    with pytest.raises(ValidationError, match="tolerance"):
        whole.revised(comparison=Comparison.WITHIN)
    with pytest.raises(ValidationError, match="unit"):
        whole.revised(comparison=Comparison.WITHIN, tolerance=Quantity(value=1, unit=Unit.METRE))
    Constraint(
        constraint_id="gravity",
        claim="floats",
        kind=ConstraintKind.LANGUAGE,
        law="gravity",
        statement="nothing floats unsupported",
    )


def test_identifiers_sort_by_time_and_derived_ones_repeat() -> None:
    made = [new_id("ep") for _ in range(3)]
    assert len(set(made)) == 3
    assert all(AttemptKey(episode_id=i).episode_id == i for i in made)
    assert derived_id("tr", "a", 1) == derived_id("tr", "a", 1) != derived_id("tr", "a1")


def test_quantities_read_as_people_write_them() -> None:
    assert str(Quantity(value=2.0193, unit=Unit.SECOND, uncertainty=0.0146)) == "2.019 ± 0.015 s"
    assert str(Quantity(value=30, unit=Unit.DEGREE)) == "30°"
    assert str(Quantity(value=0.6, unit=Unit.ONE)) == "0.6"


@pytest.mark.parametrize("source", list(EvidenceSource))
def test_only_what_is_inferred_says_what_from_and_what_that_added(source: EvidenceSource) -> None:
    told = {**making.evidence(1.0).model_dump(), "source": source}
    inferred = source is EvidenceSource.INFERRED
    for extra in (
        {},
        {"inferred_from": ("user:height",)},
        {"added_uncertainty": 0.0},
        {"inferred_from": ("user:height",), "added_uncertainty": 0.0},
    ):
        if (len(extra) == 2) is inferred and len(extra) != 1:
            assert Evidence.model_validate({**told, **extra}).source is source
        else:
            with pytest.raises(ValidationError, match="what from"):
                Evidence.model_validate({**told, **extra})


def test_a_row_from_before_there_was_inferred_evidence_is_still_read() -> None:
    new = {"inferred_from", "added_uncertainty"}
    row = {k: v for k, v in making.evidence(1.0).model_dump(mode="json").items() if k not in new}
    assert Evidence.model_validate(row) == making.evidence(1.0)


def test_what_rounding_left_of_zero_is_written_as_zero() -> None:
    left = Quantity(value=1.11e-16, unit=Unit.METRE, uncertainty=0.016)
    assert str(left) == "0 ± 0.016 m"
    assert str(left.revised(value=1e-4)) == "0.0001 ± 0.016 m"
