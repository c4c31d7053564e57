"""Whatever is edited, taken away or added in a crate is found, and said: what, and where."""

import json
import re
from pathlib import Path

import pytest

from storyworld import stages
from storyworld.evidence_export.verifying import examine
from storyworld.records.account import Account
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import EpisodeState
from storyworld.records.evidence import AbstentionReason, EvidenceSource
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import ThingKind
from storyworld.records.verdict import EpistemicState, OutcomeKind
from storyworld.records.verification import Aspect
from storyworld.records.world import WorldNode
from storyworld.stages.commit import Context
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import (
    Files,
    aspects,
    chained_anew,
    crate_of,
    examined,
    listed_anew,
    places,
    rewritten,
)

FILMED = ("achieved", "two beats", "impossible", "tried twice", "running")
KINDS = (*FILMED, "vetoed", "lacking", "failed", "terminated")


# ---- a number is edited ------------------------------------------------------------------------

Place = tuple[str, str]  # the file (a pattern), and the number's path in it

NUMBERS: dict[str, tuple[Place, str]] = {
    "observation": ((r"attempts/.*/observations/.*", "evidence.0.quantity.value"), "observation "),
    "beat": ((r"beats/0\.json", "prediction.evidence.0.quantity.value"), "beat 0"),
    "parameter": ((r"beats/0\.json", "scenario.parameters.0.quantity.value"), "beat 0"),
    "threshold": ((r"beats/0\.json", "constraints.0.threshold.value"), "beat 0"),
    "judgement": ((r"attempts/.*/judgement\.json", "findings.0.margin.value"), "judgement "),
    "shot": ((r"attempts/.*/attempt\.json", "shot.camera.pixels_per_metre"), "attempt "),
    "film's size": ((r"attempts/.*/attempt\.json", "artifact.size_bytes"), "attempt "),
    "fact": ((r"graph/nd_.*", "facts.0.quantity.value"), "node "),
    "transition": ((r"graph/tr_.*", "beat"), "transition "),
    "seed of the goal": ((r"goal\.json", "seed"), "goal "),
    "confidence": ((r"episode\.json", "run.confidence"), "confidence"),
}


def edited(files: Files, pattern: str, path: str) -> str | None:
    """Change a number in the first file that has it; give the file."""
    for name in sorted(files):
        if re.fullmatch(pattern, name) is None:
            continue
        told = json.loads(files[name])
        *way, last = path.split(".")
        holder = told
        try:
            for key in way:
                holder = holder[int(key)] if isinstance(holder, list) else holder[key]
            number = holder.get(last, 0) if name == "goal.json" else holder[last]
        except (KeyError, IndexError, TypeError):
            continue
        holder[last] = number + 1 if isinstance(number, int) else number * 1.0001 or 0.5
        files[name] = rewritten(told)
        return name
    return None


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("kind", KINDS)
def test_one_edited_number_is_found_and_named(
    kinds: Kinds, kind: str, number: str, fixed: bool, tmp_path: Path
) -> None:
    (pattern, path), named = NUMBERS[number]
    files = crate_of(kinds[kind], tmp_path / "crate.zip", kinds.films)
    name = edited(files, pattern, path)
    if name is None:
        assert not holds(kinds[kind], number)
        return
    if number == "shot" and kind in {"terminated"}:
        return  # nobody was told of this attempt yet: what vouches for it is the signature
    if fixed:
        listed_anew(files)
    found = examined(files, tmp_path)
    assert (Aspect.FILES in aspects(found)) is not fixed
    assert fixed or any(d.where == name for d in found.differences)
    assert any(where.startswith(named) for where in places(found, Aspect.FILES)), found.differences


def holds(account: Account, number: str) -> bool:
    """Whether there is such a number in an account at all."""
    walks = account.walks
    seen = [o for w in walks for o in w.observations]
    judged = [w.judgement for w in walks if w.judgement is not None]
    there: dict[str, object] = {
        "observation": any(o.evidence for o in seen),
        "beat": any(b.prediction.evidence for b in account.beats),
        "parameter": any(b.scenario.parameters for b in account.beats),
        "threshold": any(c.threshold for b in account.beats for c in b.constraints[:1]),
        "judgement": any(f.margin for j in judged for f in j.findings),
        "shot": any(w.filming for w in walks),
        "film's size": any(w.filming and w.filming.artifact for w in walks),
        "fact": any(node.facts for node in account.nodes),
        "transition": account.transitions,
        "seed of the goal": True,
        "confidence": account.run.confidence is not None,
    }
    return bool(there[number])


@pytest.mark.parametrize("kind", KINDS)
def test_another_outcome_is_found_whatever_it_is(kinds: Kinds, kind: str, tmp_path: Path) -> None:
    told = kinds[kind]
    for outcome in OutcomeKind:
        if outcome is told.run.outcome:
            continue
        forged = told.revised(run=told.run.revised(outcome=outcome))
        found = examined(crate_of(forged, tmp_path / "crate.zip"), tmp_path)
        assert "outcome" in places(found), outcome
        assert aspects(found) == {Aspect.COMMITMENTS}


@pytest.mark.parametrize("kind", KINDS)
def test_another_state_is_found_whatever_it_is(kinds: Kinds, kind: str) -> None:
    told = kinds[kind]
    for state in EpisodeState:
        if state is told.run.state or (not state.terminal and not told.run.state.terminal):
            continue
        found = examine(told.revised(run=told.run.revised(state=state)))
        assert places(found) & {"state", "outcome"}, state


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "change",
    [
        {"world_id": "wd_" + "9" * 26},
        {"root_node": "nd_" + "9" * 26},
        {"head_node": "nd_" + "9" * 26},
        {"episode_id": "ep_" + "9" * 26},
        {"confidence": 0.123},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_run_of_another_world_node_or_name_is_found(
    kinds: Kinds, kind: str, change: dict[str, object]
) -> None:
    told = kinds[kind]
    assert not examine(told.revised(run=told.run.revised(**change))).sound


# ---- something is taken away, added, or put in another's place ---------------------------------


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
@pytest.mark.parametrize("kind", FILMED)
def test_one_changed_byte_of_the_film_is_found(
    kinds: Kinds, kind: str, fixed: bool, tmp_path: Path
) -> None:
    files = crate_of(kinds[kind], tmp_path / "crate.zip", kinds.films)
    film = next(name for name in files if name.endswith(".mp4"))
    files[film] = files[film][:100] + bytes([files[film][100] ^ 1]) + files[film][101:]
    if fixed:
        listed_anew(files)
    found = examined(files, tmp_path)
    assert places(found) == {film}
    assert aspects(found) == ({Aspect.FILMS} if fixed else {Aspect.FILES, Aspect.FILMS})


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
@pytest.mark.parametrize("kind", FILMED)
def test_a_deleted_observation_is_found_and_its_edge_becomes_unevaluable(
    kinds: Kinds, kind: str, fixed: bool, tmp_path: Path
) -> None:
    told = kinds[kind]
    files = crate_of(told, tmp_path / "crate.zip", kinds.films)
    name = next(name for name in files if "/observations/" in name)
    gone = Observation.model_validate_json(files.pop(name))
    if fixed:
        listed_anew(files)
    found = examined(files, tmp_path)
    words = {d.where: d.words for d in found.differences if d.aspect is Aspect.CONTENTS}
    assert "missing" in words[f"observation {gone.observation_id}"]
    assert fixed or name in {d.where for d in found.differences if d.aspect is Aspect.FILES}
    judged = [d for d in found.differences if d.aspect is Aspect.JUDGEMENTS]
    assert {d.where for d in judged} == {"judgement 0-0"}

    blind = stages.evaluate(told.beats[0], (), risk=told.goal.risk_profile)
    measured = [f for f in blind.findings if f.source is EvidenceSource.MEASUREMENT]
    assert measured
    assert {f.status for f in measured} == {FindingStatus.UNEVALUABLE}


def test_without_its_observation_a_goal_that_must_be_seen_is_incomplete(kinds: Kinds) -> None:
    told = kinds["achieved"]
    beat = told.beats[0]
    intent = beat.scenario.intent.revised(requires_visual_verification=True)
    seen_only = beat.revised(scenario=beat.scenario.revised(intent=intent))
    seen = stages.evaluate(seen_only, told.walks[0].observations, risk=told.goal.risk_profile)
    blind = stages.evaluate(seen_only, (), risk=told.goal.risk_profile)
    assert seen.state is EpistemicState.ACCEPTED
    assert blind.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
    assert {m.reason for m in blind.missing_evidence} == {AbstentionReason.NO_FILM}


GONE = [
    (r"beats/0\.json", "beat 0"),
    (r"attempts/0-0/attempt\.json", "attempt 0-0"),
    (r"attempts/0-0/judgement\.json", "judgement 0-0"),
    (r"graph/nd_.*", "node "),
    (r"graph/tr_.*", "transition "),
    (r"veto\.json", "veto "),
]


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
@pytest.mark.parametrize(("pattern", "named"), GONE, ids=str)
def test_a_file_that_is_gone_is_missed(
    kinds: Kinds, pattern: str, named: str, fixed: bool, tmp_path: Path
) -> None:
    for kind in ("achieved", "two beats", "vetoed"):
        files = crate_of(kinds[kind], tmp_path / "crate.zip")
        for name in [name for name in files if re.fullmatch(pattern, name)]:
            less = {n: c for n, c in files.items() if n != name}
            if fixed:
                listed_anew(less)
            found = examined(less, tmp_path)
            assert any(
                d.where.startswith(named) and "missing" in d.words for d in found.differences
            ), (name, found.differences)
            assert fixed or name in places(found)


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
def test_an_observation_that_is_added_is_found(kinds: Kinds, fixed: bool, tmp_path: Path) -> None:
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    name = next(name for name in files if "/observations/" in name)
    told = Observation.model_validate_json(files[name])
    other = told.revised(observation_id="obs_of_my_own")
    files["attempts/0-0/observations/1-obs_of_my_own.json"] = other.essential_json().encode()
    if fixed:
        listed_anew(files)
    found = examined(files, tmp_path)
    assert "observation obs_of_my_own" in places(found)
    assert any("added" in d.words for d in found.differences)


DOUBLES = [
    (r"beats/0\.json", "beats/7.json", "beat 0"),
    (r"attempts/0-0/observations/.*", "attempts/0-0/observations/1-copy.json", "observation "),
    (r"graph/nd_.*", "graph/nd_copy.json", "node "),
    (r"graph/tr_.*", "graph/tr_copy.json", "transition "),
]


@pytest.mark.parametrize(("pattern", "copy", "named"), DOUBLES, ids=[d[1] for d in DOUBLES])
def test_a_second_copy_cannot_hide_what_was_changed(
    kinds: Kinds, pattern: str, copy: str, named: str, tmp_path: Path
) -> None:
    """Whoever adds the original under another name, and changes the one that is read, is found."""
    files = crate_of(kinds["achieved"], tmp_path / "crate.zip")
    name = next(name for name in files if re.fullmatch(pattern, name))
    files[copy] = files[name]
    listed_anew(files)
    found = examined(files, tmp_path)
    assert any(
        d.where.startswith(named) and d.aspect is Aspect.CONTENTS and "twice" in d.words
        for d in found.differences
    ), found.differences


def test_a_judgement_that_agrees_with_itself_but_not_with_the_evidence_is_found(
    kinds: Kinds, tmp_path: Path
) -> None:
    """That of the impossible goal, say, in the place of the one that was reached."""
    told, other = kinds["achieved"], kinds["impossible"]
    forged = other.walks[0].judgement
    assert forged is not None
    (walk,) = told.walks
    swapped = told.revised(walks=(walk.revised(judgement=forged),))
    found = examined(crate_of(swapped, tmp_path / "crate.zip"), tmp_path)
    assert {Aspect.CONTENTS, Aspect.JUDGEMENTS, Aspect.COMMITMENTS} <= aspects(found)
    assert "judgement 0-0" in places(found)


def test_a_judgement_of_its_own_rules_is_not_believed(kinds: Kinds, tmp_path: Path) -> None:
    told = kinds["achieved"]
    (walk,) = told.walks
    assert walk.judgement is not None
    forged = walk.judgement.revised(rules_version="2099.1")
    found = examine(chained_anew(told.revised(walks=(walk.revised(judgement=forged),))))
    words = [d.words for d in found.differences if d.aspect is Aspect.JUDGEMENTS]
    assert len(words) == 1
    assert "2099.1" in words[0]


def test_not_even_the_sign_of_nothing_may_differ(kinds: Kinds) -> None:
    """0.0 and -0.0 are equal numbers, and other bytes."""
    told = kinds["impossible"]
    (walk,) = told.walks
    judgement = walk.judgement
    assert judgement is not None
    terms = judgement.confidence
    assert terms is not None
    first = terms.terms[0].revised(value=-0.0)
    again = judgement.revised(confidence=terms.revised(terms=(first, *terms.terms[1:])))
    found = examine(told.revised(walks=(walk.revised(judgement=again),)))
    assert any(
        d.aspect is Aspect.JUDGEMENTS and "confidence.terms[0].value" in d.words
        for d in found.differences
    )


# ---- what a forger can do who chains everything anew -------------------------------------------


def rejudged(told: Account) -> Account:
    """Replace an observation by a friendlier one, and all that follows from it, chain and all."""
    (walk,) = told.walks
    (seen,) = walk.observations
    first = seen.evidence[0]
    other = first.revised(quantity=first.quantity.revised(value=first.quantity.value * 1.0001))
    better = seen.revised(evidence=(other, *seen.evidence[1:]))
    (beat,) = told.beats
    judgement = stages.evaluate(beat, (better,), risk=told.goal.risk_profile)
    root = next(n for n in told.nodes if n.node_id == told.run.root_node)
    key = AttemptKey(episode_id=told.run.episode_id)
    context = Context(key=key, beat=beat, beats_planned=1, head=root)
    made = stages.commit(context, judgement, (better,))
    assert made.node is not None
    assert made.transition is not None
    assert judgement.confidence is not None
    new = {
        ThingKind.OBSERVATION: better.digest(),
        ThingKind.JUDGEMENT: judgement.digest(),
        ThingKind.NODE: made.node.digest(),
        ThingKind.TRANSITION: made.transition.digest(),
        ThingKind.COMMITMENT: made.digest(),
    }
    links = []
    for link in told.links:
        entry = link.entry
        revised = {
            side: tuple(
                t.revised(sha256=new[t.kind]) if t.kind in new and t.name != root.node_id else t
                for t in getattr(entry, side)
            )
            for side in ("used", "produced")
        }
        links.append(link.revised(entry=entry.revised(**revised)))
    return chained_anew(
        told.revised(
            run=told.run.revised(
                confidence=judgement.confidence.value, because=made.because, outcome=made.outcome
            ),
            walks=(walk.revised(observations=(better,), judgement=judgement),),
            nodes=(root, made.node),
            transitions=(made.transition,),
            links=tuple(links),
        )
    )


def test_only_the_last_digest_finds_who_makes_everything_anew(kinds: Kinds, tmp_path: Path) -> None:
    told = kinds["achieved"]
    forged = rejudged(told)
    files = crate_of(forged, tmp_path / "crate.zip")
    assert examined(files, tmp_path).sound
    assert forged.head != told.head
    found = examined(files, tmp_path, head=told.head)
    assert places(found) == {"provenance"}
    assert str(told.head) in found.differences[0].words


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_whose_provenance_was_taken_away_keeps_its_outcome(
    kinds: Kinds, kind: str, tmp_path: Path
) -> None:
    """Older archives have no chain. Nobody gains by pretending to be one."""
    told = kinds[kind]
    bare = told.revised(links=(), head=None)
    files = crate_of(bare, tmp_path / "crate.zip")
    found = examined(files, tmp_path)
    assert found.sound, found.differences
    assert any("not chained from the start" in remark for remark in found.remarks)
    assert not examined(files, tmp_path, head=told.head).sound
    for outcome in OutcomeKind:
        if outcome is not told.run.outcome:
            lied = examine(bare.revised(run=bare.run.revised(outcome=outcome)))
            assert "outcome" in places(lied), outcome


def test_a_transition_that_was_made_up_is_found_even_without_a_chain(kinds: Kinds) -> None:
    told = kinds["two beats"].revised(links=(), head=None)
    first, second = told.transitions
    root, middle, last = told.nodes
    stranger = "nd_" + "7" * 24
    for transitions in (
        (first.revised(from_node=stranger), second),
        (first, second.revised(to_node=root.node_id)),
        (first, second.revised(to_node=stranger)),
        (first, second.revised(world_id="wd_" + "7" * 26)),
        (second, first),
        (first,),
    ):
        assert Aspect.COMMITMENTS in aspects(examine(told.revised(transitions=transitions)))
    for nodes in (
        (root, middle, last, WorldNode(node_id=stranger, world_id=root.world_id)),
        (root, middle),
        (middle, last),
        (root.revised(world_id="wd_" + "7" * 26), middle, last),
        (root, middle.revised(facts=()), last),
    ):
        assert Aspect.COMMITMENTS in aspects(examine(told.revised(nodes=nodes)))


@pytest.mark.parametrize("fixed", [False, True], ids=["naive", "listed anew"])
@pytest.mark.parametrize("kind", KINDS)
def test_one_edited_number_in_an_entry_of_provenance_is_found(
    kinds: Kinds, kind: str, fixed: bool, tmp_path: Path
) -> None:
    files = crate_of(kinds[kind], tmp_path / "crate.zip")
    lines = files["provenance.jsonl"].splitlines(keepends=True)
    entry = json.loads(lines[0])
    entry["entry"]["timings_ms"][0][1] += 1.0
    lines[0] = rewritten(entry) + b"\n"
    files["provenance.jsonl"] = b"".join(lines)
    if fixed:
        listed_anew(files)
    found = examined(files, tmp_path)
    where = {"link 0 (plan of attempt 0-0)"} | (set() if fixed else {"provenance.jsonl"})
    assert places(found) == where
