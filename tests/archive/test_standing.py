"""What the outcomes of a page hang on."""

import pytest
from sqlalchemy import Engine, event

from storyworld.archive import episodes
from storyworld.archive.engine import reading
from storyworld.archive.standing import weakest_of
from storyworld.records.access import LOCAL
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import RunStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal
from storyworld.records.verdict import OutcomeKind
from tests.webapp import fall, written


def test_the_claim_of_the_last_judgement_that_stands_worst(engine: Engine) -> None:
    refuted, achieved = written.finished(engine, 1.5), written.finished(engine, 2.1)
    waiting = written.queued(engine, fall.goal_of(2.1))
    with reading(engine) as session:
        found = weakest_of(session, dict.fromkeys((refuted, achieved, waiting), 2.0))
    assert set(found) == {refuted, achieved}
    broken, narrow = found[refuted], found[achieved]
    assert (broken.claim, broken.status) == ("falls_in_time", FindingStatus.VIOLATED)
    assert narrow.status is FindingStatus.SATISFIED
    assert narrow.claim == "free_fall_law"  # 3.8 guard bands: everything else holds by more
    assert narrow.source is EvidenceSource.MEASUREMENT
    assert narrow.margin is not None
    assert narrow.bands == pytest.approx(narrow.margin.value / (2 * narrow.margin.uncertainty))


def test_a_page_costs_one_query_however_many_were_judged(engine: Engine) -> None:
    names = [written.finished(engine, noise=n) for n in range(3)]
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    with reading(engine) as session:
        weakest_of(session, {})
        assert not [statement for statement in asked if "judgements" in statement]
        assert len(weakest_of(session, dict.fromkeys(names, 2.0))) == 3
    assert len([statement for statement in asked if "judgements" in statement]) == 1


def test_what_the_gate_refused_hangs_on_its_words(engine: Engine) -> None:
    name = written.vetoed(engine)
    with reading(engine) as session:
        (shown,) = episodes.summaries(session)
    assert shown.episode_id == name
    assert shown.weakest is not None
    assert (shown.weakest.claim, shown.weakest.source) == ("floats", None)


def test_less_risk_counts_in_wider_bands(engine: Engine) -> None:
    name = written.finished(engine)
    with reading(engine) as session:
        usual = weakest_of(session, {name: 2.0})[name].bands
        careful = weakest_of(session, {name: 3.0})[name].bands
    assert usual is not None
    assert careful == pytest.approx(usual * 2 / 3)


def test_the_list_is_read_from_below_too_and_counted_as_far_as_asked(engine: Engine) -> None:
    made = [written.queued(engine, Goal(text=f"a fall {n}")) for n in range(5)]
    with reading(engine) as session:
        above = episodes.summaries(session, after=made[1], limit=2)
        assert [e.episode_id for e in above] == [made[3], made[2]]
        between = episodes.summaries(session, after=made[1], before=made[3])
        assert [e.episode_id for e in between] == [made[2]]
        assert episodes.how_many(session, LOCAL) == 5
        assert episodes.how_many(session, LOCAL, most=3) == 4
        assert episodes.how_many(session, LOCAL, search="fall 4") == 1
        assert episodes.how_many(session, LOCAL, status=RunStatus.FAILED) == 0
        assert episodes.how_many(session, LOCAL, outcome=OutcomeKind.IN_PROGRESS) == 5
        assert episodes.how_many(session, "somebody-else") == 0
