"""Whatever a model replies, what the words settle stands or is doubted, and becomes no other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.families import FAMILIES, family_named
from storyworld.planners.cutting import settle
from storyworld.planners.placing import Notes, Part
from storyworld.planners.proposal import ProposedBeat, ProposedSlot, Reply
from storyworld.planners.rules import RulesPlanner
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words
from storyworld.records.goal import Goal
from tests.physics.families.goals import CASES

TEXTS = [case.text for case in CASES]
OUTCOMES = sorted({outcome for family in FAMILIES for outcome in family.outcomes})
SLOTS = sorted({slot.name for family in FAMILIES for slot in family.slots})


@st.composite
def replies(draw: st.DrawFn, text: str) -> Reply:
    """Replies that make the most of a goal: its own numbers, in any slot, for any outcome."""
    mentions = read_quantities(Words.of(text)).mentions

    def slot() -> ProposedSlot:
        name = draw(st.sampled_from(SLOTS))
        if not mentions:
            return ProposedSlot(name=name, value=1.0, unit="m", quote="1 m")
        mention = draw(st.sampled_from(mentions))
        unit = mention.quantity.unit.value
        quote = text[mention.start : mention.end]
        return ProposedSlot(name=name, value=mention.quantity.value, unit=unit, quote=quote)

    words = text.split()
    beats = tuple(
        ProposedBeat(
            family=draw(st.sampled_from([family.name for family in FAMILIES])),
            wanted=draw(st.sampled_from(OUTCOMES)),
            part=draw(
                st.sampled_from(["", *words, *(" ".join(words[i:]) for i in range(len(words)))])
            ),
            slots=tuple(slot() for _ in range(draw(st.integers(0, 4)))),
            requires_visual_verification=draw(st.booleans()),
            claims_not_covered=tuple(draw(st.lists(st.sampled_from(words), max_size=1))),
        )
        for _ in range(draw(st.integers(1, 2)))
    )
    return Reply(beats=beats)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_reply_makes_another_goal_of_one_that_the_words_settle(data: st.DataObject) -> None:
    goal = Goal(text=data.draw(st.sampled_from(TEXTS)))
    ruled = RulesPlanner().read(goal)
    made = settle(goal, data.draw(replies(goal.text)), ruled, Notes())
    if made is None or not all(Part(i.text, 0, i).settled for i in ruled):
        return
    for before, after in zip(ruled, made, strict=True):
        family = family_named(before.family)
        asked, got = family.complete(before), family.complete(after)
        assert after.family == before.family
        assert (got.wanted, got.parameters) == (asked.wanted, asked.parameters)
        assert family.constraints(got) == family.constraints(asked)
        if not got.missing:
            assert family.solve(got) == family.solve(asked)


@pytest.mark.parametrize("text", ["", "5", "a b", "'", "20 m 20 m 20 m"])
def test_a_goal_of_next_to_nothing_breaks_nothing(text: str) -> None:
    goal = Goal(text=text or "x")
    beat = ProposedBeat(family="stack", wanted="stands", part=text, claims_not_covered=("x", ""))
    slot = ProposedSlot(name="width", value=20.0, unit="m", quote="20 m")
    reply = Reply(beats=(beat.revised(slots=(slot, slot, slot)), beat))
    settle(goal, reply, RulesPlanner().read(goal), Notes())
