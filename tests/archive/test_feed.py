"""Reading the events as they are written: none is lost, whoever commits first."""

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storyworld.archive import episodes, events, feed
from storyworld.archive.engine import reading, writing
from storyworld.archive.feed import Place, Tail, Wanted
from storyworld.errors import NotFound
from storyworld.records.access import LOCAL
from storyworld.records.event import EventKind
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage, StepKey


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def begun(engine: Engine, owner: str = LOCAL) -> StepKey:
    with writing(engine) as session:
        return episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=99,
            owner=owner,
        ).key  # fmt: skip


def tell(engine: Engine, key: StepKey, *details: str) -> None:
    with writing(engine) as session:
        for detail in details:
            events.add(session, key, events.GOING_ON, detail=detail)


def tail_of(engine: Engine, clock: Clock) -> Tail:
    with reading(engine) as session:
        return Tail(session, clock)


def heard(engine: Engine, tail: Tail) -> list[str]:
    with reading(engine) as session:
        look = tail.look(session)
    return [written.event.detail for written in tail.take(look)]


def told(engine: Engine, wanted: Wanted, after: int, place: Place) -> list[str]:
    pages = feed.replayed(engine, wanted, after, place)
    return [event.detail or event.kind for page in pages for event in page]


def test_a_tail_begins_now_and_gives_each_event_once(engine: Engine, clock: Clock) -> None:
    key = begun(engine)
    tell(engine, key, "before")
    tail = tail_of(engine, clock)
    assert heard(engine, tail) == []
    tell(engine, key, "a", "b")
    assert heard(engine, tail) == ["a", "b"]
    assert heard(engine, tail) == []
    assert tail.place == Place(4)


def test_an_event_says_what_happened_where(sqlite: Engine, clock: Clock) -> None:
    tail, key = tail_of(sqlite, clock), begun(sqlite)
    tell(sqlite, key, "half")
    with reading(sqlite) as session:
        created, going_on = (w.event for w in tail.look(session).found)
    assert (created.kind, created.stage, created.event_id) == (EventKind.CREATED, None, 1)
    assert (going_on.kind, going_on.stage) == (EventKind.GOING_ON, Stage.PLAN)
    assert (going_on.episode_id, going_on.beat, going_on.attempt) == (key.episode_id, 0, 0)


@pytest.fixture
def two(postgresql: Engine) -> Iterator[tuple[Session, Session]]:
    with Session(postgresql) as one, Session(postgresql) as other:
        yield one, other


@pytest.mark.postgres
@pytest.mark.parametrize("begins_first", [True, False], ids=["older", "younger"])
def test_who_takes_a_number_first_and_commits_last_is_heard_last_and_not_lost(
    postgresql: Engine, clock: Clock, two: tuple[Session, Session], begins_first: bool
) -> None:
    """Whichever of the two transactions has the lower number: only its events' numbers count."""
    slow, quick = two
    key, other = begun(postgresql), begun(postgresql)
    tail = tail_of(postgresql, clock)
    top = tail.place.top
    for session in two if begins_first else reversed(two):
        events.refuse(session, other, "has a transaction from here on")
    events.add(slow, key, events.GOING_ON, detail="slow")
    events.add(quick, key, events.GOING_ON, detail="quick")
    quick.commit()
    assert heard(postgresql, tail)[-1] == "quick"
    for _ in range(3):  # it is not taken for undone as long as its transaction goes on
        clock.now += 2 * feed.SETTLING_S
        assert heard(postgresql, tail) == []
        assert tail.place.settled < top + 3
    slow.commit()
    assert heard(postgresql, tail)[-1] == "slow"
    assert heard(postgresql, tail) == []
    assert tail.place == Place(top + 4)


@pytest.mark.postgres
def test_who_was_still_writing_when_a_tail_began_is_heard(
    postgresql: Engine, clock: Clock, two: tuple[Session, Session]
) -> None:
    slow, quick = two
    key = begun(postgresql)
    events.add(slow, key, events.GOING_ON, detail="slow")
    events.add(quick, key, events.GOING_ON, detail="quick")
    quick.commit()
    tail = tail_of(postgresql, clock)
    assert tail.place == Place(3, frozenset({2}))
    # who comes back to what was settled then gets all that was seen, and the rest when it is there
    slow.commit()
    everything = Wanted(owner=LOCAL)
    assert told(postgresql, everything, tail.place.settled, tail.place) == ["quick"]
    assert heard(postgresql, tail) == ["slow"]
    assert told(postgresql, everything, 1, tail.place) == ["slow", "quick"]


@pytest.mark.postgres
def test_a_number_whose_transaction_was_undone_holds_up_nobody_for_long(
    postgresql: Engine, clock: Clock, two: tuple[Session, Session]
) -> None:
    undone, quick = two
    key = begun(postgresql)
    tail = tail_of(postgresql, clock)
    events.add(undone, key, events.GOING_ON, detail="undone")
    events.add(quick, key, events.GOING_ON, detail="quick")
    undone.rollback()
    quick.commit()
    assert heard(postgresql, tail) == ["quick"]
    assert tail.place.settled == 1
    clock.now += feed.SETTLING_S
    assert heard(postgresql, tail) == []
    assert tail.place.settled == 1, "it only now learns who is writing"
    assert heard(postgresql, tail) == []
    assert tail.place == Place(3)


@pytest.mark.postgres
def test_a_number_is_given_up_when_another_program_s_transaction_does_not_end(
    postgresql: Engine, clock: Clock, two: tuple[Session, Session]
) -> None:
    endless, _ = two
    key = begun(postgresql)
    tail = tail_of(postgresql, clock)
    events.add(endless, key, events.GOING_ON)
    tell(postgresql, key, "quick")
    assert heard(postgresql, tail) == ["quick"]
    clock.now += feed.GIVEN_UP_S + 1
    heard(postgresql, tail)
    assert tail.place == Place(3)


def test_on_sqlite_numbers_are_seen_in_order_because_writers_take_turns(
    sqlite: Engine, clock: Clock
) -> None:
    key, tail = begun(sqlite), tail_of(sqlite, clock)
    heard(sqlite, tail)
    begins, ends = threading.Event(), threading.Event()

    def second() -> None:
        begins.set()
        with writing(sqlite) as session:
            events.add(session, key, events.GOING_ON, detail="second")
        ends.set()

    other = threading.Thread(target=second)
    with writing(sqlite) as session:
        events.add(session, key, events.GOING_ON, detail="first")
        other.start()
        assert begins.wait(5)
        assert not ends.wait(0.05), "it waits for its turn"
        assert heard(sqlite, tail) == []
    other.join()
    assert heard(sqlite, tail) == ["first", "second"]
    assert tail.place == Place(3)


def test_more_than_a_page_is_read_page_by_page(
    sqlite: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "PAGE", 3)
    monkeypatch.setattr(feed, "SPAN", 5)
    tail = tail_of(sqlite, clock)
    key = begun(sqlite)
    tell(sqlite, key, *"abcdefg")
    got: list[list[str]] = []
    while not got or got[-1]:
        got.append(heard(sqlite, tail))
    assert [len(page) for page in got] == [3, 3, 2, 0]
    assert told(sqlite, Wanted(owner=LOCAL), 2, tail.place) == list("bcdefg")
    assert told(sqlite, Wanted(owner="nobody"), 0, tail.place) == []
    assert told(sqlite, Wanted(owner=LOCAL), 99, tail.place) == []


def test_what_is_wanted_is_the_same_of_what_was_and_of_what_comes(
    engine: Engine, clock: Clock
) -> None:
    tail = tail_of(engine, clock)
    key, _, strange = begun(engine), begun(engine), begun(engine, "ann")
    tell(engine, key, "half")
    with writing(engine) as session:
        events.add(session, key.of_attempt, events.ENDED)
        events.add(session, strange, events.GOING_ON)
    with reading(engine) as session:
        found = tail.take(tail.look(session))
    of_it = Wanted(owner=LOCAL, episode_id=key.episode_id)
    for wanted, expected in (
        (of_it, ["created", "half", "ended"]),
        (of_it.revised(kind=EventKind.ENDED), ["ended"]),
        (of_it.revised(stage=Stage.PLAN), ["half"]),
        (of_it.revised(stage=Stage.RENDER), []),
        (of_it.revised(owner="ann"), []),
        (Wanted(owner=LOCAL, kind=EventKind.CREATED), ["created", "created"]),
        (Wanted(owner="ann"), ["created", "going on"]),
    ):
        live = [w.event.detail or w.event.kind for w in found if wanted.takes(w)]
        assert live == told(engine, wanted, 0, tail.place) == expected


def test_an_episode_of_another_is_as_if_it_were_not_there(sqlite: Engine) -> None:
    ann = begun(sqlite, "ann").episode_id
    with reading(sqlite) as session:
        feed.require_episode(session, ann, "ann")
        for name, owner in ((ann, LOCAL), ("ep_" + "0" * 26, "ann")):
            with pytest.raises(NotFound, match=f"no simulation {name}"):
                feed.require_episode(session, name, owner)
