"""What happened to one episode, and the run that asked the same before it."""

from sqlalchemy import Engine

from storyworld.archive import episodes, happenings
from storyworld.archive.engine import reading, writing
from storyworld.records.access import LOCAL
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage
from tests.webapp import fall, written


def asked(engine: Engine, text: str, owner: str = LOCAL) -> str:
    with writing(engine) as session:
        made = episodes.create(
            session, Goal(text=text), backend=Backend.STUB, budget_usd=1.0, queue_limit=100,
            owner=owner,
        )  # fmt: skip
    return made.summary.episode_id


def test_events_come_in_order_and_of_many_the_last(engine: Engine) -> None:
    other, episode_id = written.queued(engine, fall.goal_of(2.1)), written.finished(engine)
    with reading(engine) as session:
        told = happenings.happenings(session, episode_id)
        assert told[0].kind == "created"
        assert [h.stage for h in told if h.kind == "done"] == list(Stage)
        assert happenings.happenings(session, episode_id, limit=2) == told[-2:]
        assert len(happenings.happenings(session, other)) == 1


def test_the_run_before_asked_the_same_words_and_was_the_same_owners(engine: Engine) -> None:
    text = "A ball falls 2 m in under 1 s"
    first, theirs, other, last = (
        asked(engine, text),
        asked(engine, text, "ow_another"),
        asked(engine, f"{text}, again"),
        asked(engine, text),
    )
    with reading(engine) as session:
        assert happenings.asked_before(session, last, text, LOCAL) == first
        assert happenings.asked_before(session, first, text, LOCAL) is None
        assert happenings.asked_before(session, other, f"{text}, again", LOCAL) is None
        assert happenings.asked_before(session, last, text, "ow_another") == theirs
