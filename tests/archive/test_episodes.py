import pytest
from sqlalchemy import Engine

from storyworld.archive import episodes, listing, runs, steps, world
from storyworld.archive.engine import reading, writing
from storyworld.errors import Conflicting, InvalidField, NotFound, TooMuch
from storyworld.records.episode import EpisodeState, RunStatus
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.verdict import OutcomeKind


def create(engine: Engine, text: str = "a fall", **kwargs: object) -> episodes.Created:
    arguments = {"backend": Backend.STUB, "budget_usd": 1.0, "queue_limit": 100, **kwargs}
    with writing(engine) as session:
        return episodes.create(session, Goal(text=text), **arguments)  # type: ignore[arg-type]


def test_an_episode_comes_with_its_first_step(engine: Engine) -> None:
    made = create(engine)

    with reading(engine) as session:
        shown = episodes.summary(session, made.summary.episode_id)
        (step,) = episodes.steps(session, made.summary.episode_id)
    assert shown.status is RunStatus.QUEUED
    assert shown.outcome is OutcomeKind.IN_PROGRESS
    assert (step.stage, step.state) == (Stage.PLAN, "ready")


def test_the_same_idempotency_key_and_body_give_the_same_episode(engine: Engine) -> None:
    key = episodes.Idempotency(key="k", body_sha256="a" * 64)
    first = create(engine, idempotency=key)
    second = create(engine, idempotency=key)

    assert first.fresh
    assert not second.fresh
    assert first.summary.episode_id == second.summary.episode_id
    with pytest.raises(InvalidField, match="another body"):
        create(engine, idempotency=episodes.Idempotency(key="k", body_sha256="b" * 64))


def test_an_idempotency_key_is_each_owner_s_own(engine: Engine) -> None:
    key = episodes.Idempotency(key="k", body_sha256="a" * 64)
    other = episodes.Idempotency(key="k", body_sha256="b" * 64)
    mine, theirs = create(engine, idempotency=key), create(engine, idempotency=other, owner="ada")
    assert mine.fresh
    assert theirs.fresh
    assert not create(engine, idempotency=other, owner="ada").fresh


def test_an_owner_lists_and_continues_their_own(engine: Engine) -> None:
    mine, theirs = create(engine), create(engine, owner="ada")
    world_id = theirs.summary.world_id
    with reading(engine) as session:
        for owner, expected in (("local", (mine,)), ("ada", (theirs,)), (None, (mine, theirs))):
            listed = {e.episode_id for e in listing.summaries(session, owner=owner)}
            assert listed == {made.summary.episode_id for made in expected}
    with pytest.raises(NotFound, match="there is no world"), writing(engine) as session:
        world.begin(session, Goal(text="a fall", world_id=world_id))
    with writing(engine) as session:
        found, root = world.begin(session, Goal(text="a fall", world_id=world_id), "ada")
        assert found == world_id
    with pytest.raises(NotFound, match="there is no node"), writing(engine) as session:
        world.begin(session, Goal(text="a fall", from_node=root))


def test_a_full_queue_takes_no_more(engine: Engine) -> None:
    create(engine, queue_limit=2)
    create(engine, queue_limit=2)

    with pytest.raises(TooMuch):
        create(engine, queue_limit=2)
    with reading(engine) as session:
        assert len(listing.summaries(session)) == 2


def test_the_list_is_newest_first_pages_and_filters(engine: Engine) -> None:
    made = [create(engine, text=f"goal {n}% done").summary.episode_id for n in range(5)]
    with writing(engine) as session:
        episodes.terminate(session, made[0])
    with reading(engine) as session:
        page = listing.summaries(session, limit=2)
        rest = listing.summaries(session, limit=10, before=page[-1].episode_id)
        canceled = listing.summaries(session, status=RunStatus.CANCELED)
        found = listing.summaries(session, search="3% DONE")
        abandoned = listing.summaries(session, outcome=OutcomeKind.GOAL_ABANDONED)

    assert [s.episode_id for s in (*page, *rest)] == made[::-1]
    assert [s.episode_id for s in canceled] == [made[0]]
    assert [s.episode_id for s in abandoned] == [made[0]]
    assert [s.episode_id for s in found] == [made[3]]


def test_an_episode_ends_once_and_takes_its_steps_along(engine: Engine) -> None:
    made = create(engine)
    with writing(engine) as session:
        shown = episodes.terminate(session, made.summary.episode_id)
    assert shown.outcome is OutcomeKind.GOAL_ABANDONED
    assert shown.status is RunStatus.CANCELED
    with pytest.raises(Conflicting), writing(engine) as session:
        episodes.terminate(session, made.summary.episode_id)
    with writing(engine) as session:
        assert not steps.claim(session, made.key, now=shown.created_at.timestamp(), lease_s=1)
        failure = Failure(code=FailureCode.INTERNAL, detail="late")
        assert not runs.fail(session, made.summary.episode_id, failure)


def test_a_failed_run_is_no_verdict_about_physics(engine: Engine) -> None:
    made = create(engine)
    failure = Failure(code=FailureCode.RENDER_FAILED, detail="no card", fix="get one")
    with writing(engine) as session:
        assert runs.fail(session, made.summary.episode_id, failure)
    with reading(engine) as session:
        result = episodes.result(session, made.summary.episode_id)

    assert result.status is RunStatus.FAILED
    assert result.state is EpisodeState.FAILED
    assert result.outcome is OutcomeKind.UNCERTAIN_TERMINATION
    assert result.failure == failure


def test_an_unknown_episode_is_not_found(engine: Engine) -> None:
    with reading(engine) as session:
        for look in (episodes.summary, episodes.result, episodes.beats, episodes.steps):
            with pytest.raises(NotFound):
                look(session, "ep_nobody")  # type: ignore[operator]


def test_a_goal_may_start_from_a_node_of_its_world_only(engine: Engine) -> None:
    first = create(engine).summary
    other = create(engine).summary
    with writing(engine) as session:
        goal = Goal(text="again", world_id=first.world_id)
        again = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=0, queue_limit=100
        ).summary
    assert again.world_id == first.world_id
    with reading(engine) as session:
        from storyworld.archive import world

        node = world.head(session, other.episode_id).node_id
    for goal in (
        Goal(text="x", world_id=first.world_id, from_node=node),
        Goal(text="x", world_id="wd_" + "0" * 26),
    ):
        with pytest.raises(NotFound), writing(engine) as session:
            episodes.create(session, goal, backend=Backend.STUB, budget_usd=0, queue_limit=100)
