"""Where each node of a world is drawn."""

from datetime import UTC, datetime
from itertools import pairwise

from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.fact import Fact
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import EpistemicState
from storyworld.records.world import GrownNode, Transition, WorldNode
from tests.webapp.fall import SHA
from webapp.pages.graphing import LANE_PX, MOST_ELEMENTS, STEP_PX, Drawing, Kind, draw

WORLD = "wd_00000000000000000000000001"


def fact(attribute: str, value: float = 2.0) -> Fact:
    quantity = Quantity(value=value, unit=Unit.SECOND)
    return Fact(
        subject="ball",
        attribute=attribute,
        quantity=quantity,
        observation_id="obs_1",
        evidence_id=f"{attribute}_seen",
    )


def named(name: str) -> str:
    return f"nd_{name:0>10}"


def node(name: str, *facts: Fact) -> WorldNode:
    return WorldNode(node_id=named(name), world_id=WORLD, facts=facts)


def step(start: str, end: str, episode: str = "ep_0000000001") -> Transition:
    """A transition; to "x..." it leads nowhere."""
    held = not end.startswith("x")
    return Transition(
        transition_id=f"tr_{start + end:0>10}",
        world_id=WORLD,
        episode_id=episode,
        beat=0,
        from_node=named(start),
        to_node=named(end) if held else None,
        observation_id="obs_1",
        video_uri="disk:films/1.mp4",
        video_sha256=SHA,
        state=EpistemicState.ACCEPTED if held else EpistemicState.REJECTED,
        because="seen",
    )


def at(drawing: Drawing) -> dict[str, tuple[int, int]]:
    return {p.name[3:].lstrip("0"): (p.x // STEP_PX, p.y // LANE_PX) for p in drawing.places}


def test_a_branch_goes_straight_on_and_others_hang_below_it_without_crossing() -> None:
    steps = (step("a", "x1"), step("a", "b"), step("b", "c"), step("a", "d"), step("b", "e"))
    drawing = draw(WORLD, [node(n) for n in "abcde"], steps)
    assert at(drawing) == {
        "a": (0, 0), "b": (1, 0), "c": (2, 0), "e": (2, 1), "d": (1, 2), "ax1-end": (1, 3),
    }  # fmt: skip
    (nowhere,) = (p for p in drawing.places if p.kind is Kind.NOWHERE)
    assert nowhere.label == "nowhere"
    assert [s.transition.transition_id[3:].lstrip("0") for s, _ in drawing.entries if s] == [
        "ab", "bc", "be", "ad", "ax1",
    ]  # fmt: skip


def test_a_world_of_one_node_is_drawn_as_that() -> None:
    drawing = draw(WORLD, [node("a")], ())
    assert [(p.kind, p.label) for p in drawing.places] == [(Kind.START, "start")]
    assert drawing.steps == ()


def test_a_node_that_was_not_given_lies_outside_the_picture() -> None:
    drawing = draw(WORLD, [node("c")], (step("b", "c"),))
    assert [(p.name, p.kind) for p in drawing.places] == [
        (named("b"), Kind.EARLIER), (named("c"), Kind.STATE),
    ]  # fmt: skip


def test_a_node_further_down_is_no_start() -> None:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    grown = GrownNode(node_id=named("b"), world_id=WORLD, facts=(), place=4, created_at=now)
    (first, _) = draw(WORLD, [grown, node("c")], (step("b", "c"),)).places
    assert first.kind is Kind.EARLIER


def test_facts_that_held_before_are_told_apart_and_evidence_is_told_with_its_frames() -> None:
    old, new = fact("fall_time"), fact("impact_speed", 19.8)
    seen = Evidence(
        evidence_id="impact_speed_seen",
        name="impact_speed",
        quantity=new.quantity,
        source=EvidenceSource.MEASUREMENT,
        method="the last three frames",
        frames=FrameRange(first=58, last=60),
    )
    nodes = (node("a", old), node("b", old, new))
    _, second = draw(WORLD, nodes, (step("a", "b"),), evidence=(seen,)).places
    assert [t.claim for t in second.carried] == ["ball.fall_time"]
    (told,) = second.fresh
    assert told.claim == "ball.impact_speed"
    assert told.evidence is seen
    assert second.label == "impact speed 19.8\N{NO-BREAK SPACE}s"


def test_steps_of_other_episodes_are_told_apart_from_the_pages_own() -> None:
    steps = (step("a", "b", "ep_0000000002"), step("b", "c", "ep_0000000003"))
    drawing = draw(WORLD, [node(n) for n in "abc"], steps, here="ep_0000000003")
    assert [s.here for s in drawing.steps] == [False, True]
    assert all(s.here for s in draw(WORLD, [node(n) for n in "abc"], steps).steps)


def test_of_more_than_can_be_read_the_last_are_drawn() -> None:
    count = MOST_ELEMENTS
    steps = [step(f"{a:05}", f"{b:05}") for a, b in pairwise(range(count + 1))]
    drawing = draw(WORLD, [node(f"{n:05}") for n in range(count + 1)], steps)
    assert drawing.left_out == count // 2
    assert len(drawing.steps) == count // 2
    assert drawing.places[-1].name == named(f"{count:05}")


def test_the_picture_begins_where_the_last_step_leads_though_another_is_drawn_last() -> None:
    nodes = [node("a"), node("b")]
    fell, went_on = step("a", "x"), step("a", "b", "ep_0000000002")
    assert draw("wd_1", nodes, [fell, went_on]).newest == named("b")
    assert draw("wd_1", nodes, [fell, went_on], here=fell.episode_id).newest.endswith("-end")
    assert draw("wd_1", nodes, []).newest == ""
