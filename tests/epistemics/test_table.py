"""Every row of the tables in docs/judging.md has cases here, and no case is of no row."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from storyworld.epistemics.judging import judge
from storyworld.records.evidence import EvidenceSource
from storyworld.records.fact import Contradiction, Fact
from storyworld.records.goal import ObserverImpact
from storyworld.records.observation import Observation, Verdict
from storyworld.records.scenario import Beat
from storyworld.records.verdict import EpistemicState
from tests import making
from tests.epistemics.test_judging import (
    ACCEPTED,
    BROKEN,
    CLOSE,
    INCOMPLETE,
    OK,
    REJECTED,
    TAMPERED,
    UNAVAILABLE,
    UNCERTAIN,
    film,
    looked,
    model,
    with_impact,
)

DOCS: Final = Path(__file__).parents[2] / "docs" / "judging.md"


def tables() -> dict[str, dict[str, str]]:
    """Read the tables whose second column is a state: rows by what applies, in their order."""
    found: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        if not line.startswith("|"):
            current = None
        elif cells[1:] == ["state"]:
            current = found.setdefault(cells[0], {})
        elif current is not None and not set(line) <= set("|- "):
            assert cells[0] not in current, f"the row is there twice: {cells[0]}"
            current[cells[0]] = cells[1]
    return found


CLOSED, SEEN = "closed form (the default)", "perceptual (`requires_visual_verification`)"


@dataclass(frozen=True)
class Case:
    """Evidence to which a row applies: the state it gives, and words that only this row says."""

    row: str
    beat: Beat
    observations: tuple[Observation, ...]
    state: EpistemicState
    says: str
    discovered: tuple[str, ...] = ()


def apart(seen: Observation) -> Observation:
    """What is measured contradicts a fact of the world."""
    (item, *_) = seen.evidence
    fact = Fact(
        subject="ball", attribute="ball_length", quantity=making.seconds(1.0),
        observation_id="obs_0", evidence_id="obs_0:ball_length", lasting=True,
    )  # fmt: skip
    against = Contradiction(
        fact=fact, evidence_id=item.evidence_id, seen=item.quantity, frames=None, sigma=30.0
    )
    return seen.revised(contradictions=(against,), verdict=Verdict.CONTRADICTS)


def visual(solver: float | None = OK) -> Beat:
    return looked(solver, visual=True)


def blocking(solver: float | None = OK) -> Beat:
    return with_impact(looked(solver), ObserverImpact.BLOCKING)


def only_seen(solver: float | None = OK) -> Beat:
    return looked(solver, seen_only=True)


LACKING, BARE = making.beat(None, missing=("height",)), making.beat(OK, constraints=())
SEEN_LACKING = making.beat(None, missing=("height",), visual=True)
SEEN_BARE = making.beat(OK, constraints=(), visual=True)
DENIED = model(Verdict.CONTRADICTS)
SOLVED, FORBIDDEN = "the solver's finding stands; ", "physics forbids it"
UNFAITHFUL = "render_unfaithful"

CLOSED_FORM = (
    Case("a decisive parameter is missing, and the solver finds nothing violated",
         LACKING, (), INCOMPLETE, "not given, and it decides: height"),
    Case("no required constraint", BARE, (film(),), INCOMPLETE, "no required constraint"),
    Case("the solver finds a required claim violated",
         looked(BROKEN), (film(BROKEN),), REJECTED, FORBIDDEN),
    Case("the solver finds a required claim violated",
         looked(BROKEN), (UNAVAILABLE,), REJECTED, FORBIDDEN),
    Case("the solver finds a required claim violated",
         looked(BROKEN), (apart(film(BROKEN)),), REJECTED, FORBIDDEN),
    Case("the film contradicts what its world has established, and not the solver",
         looked(), (apart(film()),), REJECTED, "contradicts what the world", ("continuity",)),
    Case("the film contradicts what its world has established, and not the solver",
         only_seen(), (apart(film(BROKEN)),), REJECTED, "contradicts what the world",
         ("fall_time_at_most", "continuity")),
    Case("nothing decides a required claim",
         making.beat(None), (making.observation(OK),), INCOMPLETE, "nothing decides"),
    Case("nothing decides a required claim", only_seen(), (film(size=0.7),), INCOMPLETE,
         "nothing decides"),
    Case("a claim only the film can show is seen violated",
         only_seen(), (film(BROKEN),), REJECTED, "the film shows that"),
    Case("a claim only the film can show, and the film is broken",
         only_seen(), (film(broken=True),), REJECTED, "a law broken", ("teleport", UNFAITHFUL)),
    Case("a claim only the film can show, and the film is denied",
         only_seen(), (film(), DENIED), UNCERTAIN, "measurement alone says otherwise"),
    Case("a claim lies within its uncertainty of the limit",
         looked(CLOSE), (film(),), UNCERTAIN, "too close to call"),
    Case("a claim lies within its uncertainty of the limit",
         only_seen(), (film(CLOSE),), UNCERTAIN, "too close to call"),
    Case("`observer_impact` is `blocking`, and the film gives no evidence about a required claim, "
         "or does not count", blocking(), (UNAVAILABLE,), INCOMPLETE, "the film gives no evidence"),
    Case("`observer_impact` is `blocking`, and the film gives no evidence about a required claim, "
         "or does not count", blocking(), (film(broken=True),), INCOMPLETE,
         "the film gives no evidence"),
    Case("solver satisfied, film contradicts it",
         looked(), (film(BROKEN),), ACCEPTED, "it is unfaithful", (UNFAITHFUL,)),
    Case("solver satisfied, film contradicts it",
         looked(), (apart(film(BROKEN)),), ACCEPTED, "it is unfaithful"),
    Case("solver satisfied; the film is void or broken",
         looked(), (film(size=0.7),), ACCEPTED, f"{SOLVED}the film does not show what was stated",
         ("inconsistent_premise", UNFAITHFUL)),
    Case("solver satisfied; the film is void or broken",
         looked(), (TAMPERED,), ACCEPTED, f"{SOLVED}the film is not the one"),
    Case("solver satisfied; the film is void or broken",
         looked(), (apart(film(broken=True)),), ACCEPTED, f"{SOLVED}the film shows a law broken",
         ("teleport", UNFAITHFUL)),
    Case("solver satisfied; the film is denied", looked(), (film(), DENIED), ACCEPTED,
         f"{SOLVED}of the film gemini says", ("fall_time_at_most", "observers_disagree")),
    Case("solver satisfied; film agrees, is undecided, or nobody could look",
         looked(), (film(),), ACCEPTED, "solver and film agree"),
    Case("solver satisfied; film agrees, is undecided, or nobody could look",
         looked(), (film(CLOSE),), ACCEPTED, "the solver alone"),
    Case("solver satisfied; film agrees, is undecided, or nobody could look",
         looked(), (UNAVAILABLE,), ACCEPTED, "the solver alone", ("observer_unavailable",)),
)  # fmt: skip

PERCEPTUAL = (
    Case("a decisive parameter is missing, and the solver finds nothing violated; "
         "no required constraint", SEEN_LACKING, (), INCOMPLETE, "not given, and it decides"),
    Case("a decisive parameter is missing, and the solver finds nothing violated; "
         "no required constraint", SEEN_BARE, (film(),), INCOMPLETE, "no required constraint"),
    Case("the film is void or broken, and the solver finds a claim violated",
         visual(BROKEN), (film(size=0.7),), REJECTED, FORBIDDEN),
    Case("the film is void or broken, and the solver finds a claim violated",
         visual(BROKEN), (film(broken=True),), REJECTED, FORBIDDEN),
    Case("the film is void", visual(), (apart(film(size=0.7)),), INCOMPLETE,
         "the film does not show what was stated", ("inconsistent_premise", UNFAITHFUL)),
    Case("the film is broken", visual(None), (film(broken=True),), REJECTED, "a law broken",
         ("teleport", UNFAITHFUL)),
    Case("the film is broken", visual(), (film(broken=True),), UNCERTAIN,
         "and solver says otherwise"),
    Case("solver and film conflict", visual(), (film(BROKEN),), UNCERTAIN, "contradict each other"),
    Case("solver and film conflict", visual(BROKEN), (film(),), UNCERTAIN, "contradict each other"),
    Case("the solver finds a claim violated", visual(BROKEN), (film(BROKEN),), REJECTED, FORBIDDEN),
    Case("the solver finds a claim violated",
         visual(BROKEN), (apart(film(BROKEN)),), REJECTED, FORBIDDEN),
    Case("the film contradicts what its world has established",
         visual(), (apart(film()),), REJECTED, "contradicts what the world", ("continuity",)),
    Case("the film contradicts what its world has established", visual(None),
         (apart(film(BROKEN)),), REJECTED, "contradicts what the world",
         ("fall_time_at_most", "continuity")),
    Case("the film shows a claim violated", visual(None), (film(BROKEN),), REJECTED,
         "the film shows that"),
    Case("the film is denied", visual(None), (film(None), DENIED), REJECTED,
         "of the film gemini says", ("fall_time_at_most", "observer_without_evidence")),
    Case("the film is denied", visual(None), (film(), DENIED), UNCERTAIN,
         "and measurement says otherwise"),
    Case("the film is denied", visual(), (film(None), DENIED), UNCERTAIN,
         "and solver says otherwise"),
    Case("the film gives no evidence about a required claim (with `observer_impact` "
         "`confidence_only`: nor does the solver find it satisfied)",
         visual(), (film(None),), INCOMPLETE, "the film gives no evidence"),
    Case("the film gives no evidence about a required claim (with `observer_impact` "
         "`confidence_only`: nor does the solver find it satisfied)",
         with_impact(visual(None), ObserverImpact.CONFIDENCE_ONLY), (UNAVAILABLE,), INCOMPLETE,
         "the film gives no evidence"),
    Case("the evidence is complete and undecided", visual(None), (film(CLOSE),), UNCERTAIN,
         "complete and still undecided"),
    Case("the evidence is complete and undecided", visual(CLOSE), (film(),), UNCERTAIN,
         "complete and still undecided"),
    Case("the film shows every claim satisfied, and the solver nothing else",
         visual(), (film(),), ACCEPTED, "the film shows that it holds"),
    Case("the film shows every claim satisfied, and the solver nothing else",
         visual(None), (film(),), ACCEPTED, "the film shows that it holds"),
)  # fmt: skip

CASES = {CLOSED: CLOSED_FORM, SEEN: PERCEPTUAL}


@pytest.mark.parametrize("table", CASES)
def test_every_row_of_the_documented_table_has_a_case_and_every_case_a_row(table: str) -> None:
    assert list(tables()) == list(CASES)
    assert list(dict.fromkeys(case.row for case in CASES[table])) == list(tables()[table])


@pytest.mark.parametrize(
    ("table", "case"),
    [
        pytest.param(table, case, id=f"{place}-{case.row[:60]}")
        for table, cases in CASES.items()
        for place, case in enumerate(cases)
    ],
)
def test_each_row_gives_the_state_that_is_documented(table: str, case: Case) -> None:
    judgement = judge(case.beat, case.observations)

    documented = tables()[table][case.row]
    assert judgement.state is case.state, judgement.because
    assert case.state in re.split(r"[,;: ]+", documented)
    assert case.says in judgement.because
    assert set(case.discovered) <= set(judgement.constraints_discovered)
    assert judgement.forbidden_by_physics == ("forbidden by physics" in documented)
    named = re.findall(r"`(continuity|inconsistent_premise|render_unfaithful)`", documented)
    found = judgement.constraints_discovered
    assert not named or set(named) & set(found)
    assert ("continuity" in found) == ("continuity" in documented)
    assert judge(case.beat, case.observations[::-1]) == judgement


def test_a_row_without_a_case_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: another row in the document is one too many."""
    more = DOCS.read_text(encoding="utf-8").replace(
        "| no required constraint |", "| the moon is full | REJECTED |\n| no required constraint |"
    )
    other = tmp_path / "judging.md"
    other.write_text(more, encoding="utf-8")
    monkeypatch.setitem(globals(), "DOCS", other)
    assert "the moon is full" in tables()[CLOSED]
    with pytest.raises(AssertionError):
        test_every_row_of_the_documented_table_has_a_case_and_every_case_a_row(CLOSED)


def test_a_source_that_no_constraint_admits_decides_nothing() -> None:
    """What a model tells is weighed as a model's word, never as a measurement of a claim."""
    told = model(Verdict.VALID, 0.8)
    posing = told.revised(evidence=(told.evidence[0].revised(name="fall_time"),))
    judgement = judge(visual(None), (posing,))
    assert judgement.state is INCOMPLETE
    assert all(f.source is not EvidenceSource.VISION_MODEL for f in judgement.findings)
