"""Episodes that may be compared are those of whoever asks."""

import pytest
from sqlalchemy import Engine

from storyworld.archive import episodes, pairs
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.records.goal import Backend, Goal


def made(engine: Engine, owner: str, text: str = "A ball falls") -> str:
    with writing(engine) as session:
        goal, backend = Goal(text=text), Backend.STUB
        return episodes.create(
            session, goal, backend=backend, budget_usd=1.0, queue_limit=100, owner=owner
        ).summary.episode_id


def test_an_episode_of_somebody_else_is_not_there(engine: Engine) -> None:
    ours, theirs = made(engine, "ann"), made(engine, "bob")
    with reading(engine) as session:
        assert pairs.side(session, ours, owner="ann", field="a").account.run.episode_id == ours
        for name in (theirs, "ep_" + "0" * 26):
            with pytest.raises(NotFound) as caught:
                pairs.side(session, name, owner="ann", field="b")
            assert caught.value.field == "b"


def test_the_newest_may_be_chosen_and_those_that_are_asked_for(engine: Engine) -> None:
    ours = [made(engine, "ann", f"run {n}") for n in range(4)]
    theirs = made(engine, "bob")
    with reading(engine) as session:
        assert [c.episode_id for c in pairs.choices(session, owner="ann", limit=2)] == ours[:1:-1]
        also = pairs.choices(session, owner="ann", limit=1, also=(ours[0], theirs))
        assert [c.episode_id for c in also] == [ours[3], ours[0]]
