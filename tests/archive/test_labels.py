"""What people say of films, and what becomes of it, on SQLite and on PostgreSQL."""

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from storyworld.archive import attempts, episodes, labels
from storyworld.archive.calibration import calibration
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import MODEL_CHARACTERS, LabelRow
from storyworld.epistemics.judging import judge
from storyworld.errors import Conflicting, NotFound
from storyworld.records.calibration import Calibration, Label, Labelling
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.provenance import Agent, AgentKind
from tests import making

UNCERTAIN = making.observation().revised(verdict=Verdict.UNCERTAIN)
GEMINI = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="flash")


def filmed(engine: Engine, *seen: Observation, sha256: str = making.SHA, film: bool = True) -> str:
    """Write an episode with one film and what observers said of it; give the first one's id."""
    with writing(engine) as session:
        created = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=10_000
        )
        key = created.key.of_attempt
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key))
        if film:
            attempts.save_artifact(session, key, making.artifact(sha256))
        named = tuple(
            of_id(o, f"obs_{key.episode_id[3:]}_{i}") for i, o in enumerate(seen or (UNCERTAIN,))
        )
        attempts.save_observations(session, key, named)
    return named[0].observation_id


def of_id(observation: Observation, name: str) -> Observation:
    evidence = tuple(
        item.revised(observation_id=name, evidence_id=f"{name}:{item.name}")
        for item in observation.evidence
    )
    return observation.revised(observation_id=name, evidence=evidence)


def say(engine: Engine, label: Label, by: str = "Ann", **names: str) -> int:
    with writing(engine) as session:
        return labels.add(session, Labelling(label=label, labelled_by=by, **names)).label_id


def stand(engine: Engine, **more: int) -> Calibration:
    with reading(engine) as session:
        return calibration(session, **more)


def test_a_film_is_named_by_an_observation_or_by_its_digest(engine: Engine) -> None:
    observation_id = filmed(engine)
    with writing(engine) as session:
        one = labels.add(
            session,
            Labelling(
                label=Label.VALID, labelled_by=" Ann  Lee ", note="all of it",
                observation_id=observation_id,
            ),
        )  # fmt: skip
        two = labels.add(
            session, Labelling(label=Label.UNCLEAR, labelled_by="Bob", sha256=making.SHA)
        )
    assert one.film == two.film
    assert one.sha256 == two.sha256 == making.SHA
    assert (one.observation_id, two.observation_id) == (observation_id, None)
    assert (one.label, one.labelled_by, one.note) == (Label.VALID, "Ann Lee", "all of it")
    with reading(engine) as session:
        assert labels.of_episode(session, one.film.episode_id) == (two, one)


def test_what_is_not_there_cannot_be_labelled(engine: Engine) -> None:
    without_film = filmed(engine, film=False)
    with pytest.raises(NotFound, match="no observation obs_of_nobody"):
        say(engine, Label.VALID, observation_id="obs_of_nobody")
    with pytest.raises(NotFound, match="of no film"):
        say(engine, Label.VALID, observation_id=without_film)
    with pytest.raises(NotFound, match="no film with this sha256"):
        say(engine, Label.VALID, sha256="f" * 64)
    assert stand(engine).labels == 0


def test_a_film_of_two_attempts_is_named_by_an_observation(engine: Engine) -> None:
    observation_id = filmed(engine)
    filmed(engine)
    with pytest.raises(Conflicting, match="observation_id"):
        say(engine, Label.VALID, sha256=making.SHA)
    assert say(engine, Label.VALID, observation_id=observation_id)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE labels SET label = 'valid'",
        "DELETE FROM labels",
    ],
)
def test_a_label_is_kept_as_it_was_given(engine: Engine, change: str) -> None:
    say(engine, Label.IMPOSSIBLE, observation_id=filmed(engine))
    with pytest.raises(DatabaseError, match="is kept as it was"), writing(engine) as session:
        session.execute(text(change))
    assert stand(engine).labels == 1


@pytest.mark.parametrize(
    ("dialect", "change"),
    [
        (
            "sqlite",
            "INSERT OR REPLACE INTO labels SELECT label_id, episode_id, beat, attempt, "
            "observation_id, 'valid', 'Bob', '', created_at FROM labels",
        ),
        ("postgresql", "TRUNCATE labels"),
        ("postgresql", "TRUNCATE artifacts CASCADE"),
    ],
)
def test_nor_is_a_label_replaced_or_truncated(
    request: pytest.FixtureRequest, dialect: str, change: str
) -> None:
    engine: Engine = request.getfixturevalue(dialect)
    say(engine, Label.IMPOSSIBLE, observation_id=filmed(engine))
    with pytest.raises(DatabaseError, match="is kept as it was"), writing(engine) as session:
        session.execute(text(change))
    with reading(engine) as session:
        assert [row.label for row in session.scalars(select(LabelRow))] == [Label.IMPOSSIBLE]


@pytest.mark.parametrize(
    "changes",
    [
        {"label": "nice"},
        {"label": None},
        {"labelled_by": ""},
        {"labelled_by": None},
        {"attempt": 7},
        {"episode_id": "ep_of_nobody"},
        {"observation_id": "obs_of_nobody"},
    ],
)
def test_the_schema_refuses_what_is_no_label(engine: Engine, changes: dict[str, object]) -> None:
    label_id = say(engine, Label.VALID, observation_id=filmed(engine))
    with reading(engine) as session:
        row = session.get(LabelRow, label_id)
        assert row is not None
        columns = {c.key: getattr(row, c.key) for c in LabelRow.__table__.columns}
    del columns["label_id"]
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(LabelRow(**{**columns, **changes}))


def test_the_last_word_of_a_person_counts_and_both_rows_stay(engine: Engine) -> None:
    observation_id = filmed(engine)
    say(engine, Label.VALID, observation_id=observation_id)
    say(engine, Label.IMPOSSIBLE, observation_id=observation_id)
    found = stand(engine)
    assert (found.labels, found.films, found.disputed) == (2, 1, 0)
    (one,) = found.observers
    row = next(r for r in one.confusion if r.verdict is Verdict.UNCERTAIN)
    assert (row.valid, row.impossible) == (0, 1)


def test_people_who_disagree_are_counted_and_the_most_of_them_are_believed(engine: Engine) -> None:
    observation_id = filmed(engine)
    for by, label in (("Ann", Label.VALID), ("Bob", Label.CONTRADICTS), ("Cid", Label.VALID)):
        say(engine, label, by, observation_id=observation_id)
    found = stand(engine)
    assert (found.films, found.disputed) == (1, 1)
    row = next(r for r in found.observers[0].confusion if r.verdict is Verdict.UNCERTAIN)
    assert (row.valid, row.contradicts, row.unclear) == (1, 0, 0)


def test_observers_are_counted_by_name_and_model_and_availability(engine: Engine) -> None:
    away = making.observation(None, availability=ObserverAvailability.UNAVAILABLE, observer=GEMINI)
    seen = making.observation(None, observer=GEMINI.revised(model="pro")).revised(
        verdict=Verdict.IMPOSSIBLE
    )
    for other in (away, away, seen):
        filmed(engine, UNCERTAIN, other)
    found = {(o.observer, o.model): o for o in stand(engine).observers}
    assert {who: o.observations for who, o in found.items()} == {
        ("measuring", None): 3, ("gemini", "flash"): 2, ("gemini", "pro"): 1,
    }  # fmt: skip
    flash, pro = found["gemini", "flash"], found["gemini", "pro"]
    assert dict(flash.availability)[ObserverAvailability.UNAVAILABLE] == 2
    assert sum(count for _, count in flash.verdicts) == 0
    assert dict(pro.verdicts)[Verdict.IMPOSSIBLE] == 1


def test_a_model_s_long_name_fits_the_index(engine: Engine) -> None:
    filmed(engine, UNCERTAIN.revised(observer=GEMINI.revised(model="ß" * 4000)))
    (one,) = stand(engine).observers
    assert one.model == "ß" * MODEL_CHARACTERS


def test_measurements_are_scored_by_the_margins_of_the_judgement(engine: Engine) -> None:
    beat = making.beat()
    seen = making.observation(2.0, u=0.05).revised(verdict=Verdict.VALID)
    observation_id = filmed(engine, seen)
    with writing(engine) as session:
        (row,) = session.execute(text("SELECT episode_id FROM observations")).all()
        key = AttemptKey(episode_id=row.episode_id)
        judged = judge(beat, attempts.observations(session, key), guard=2.0)
        attempts.save_judgement(session, key, judged)
    say(engine, Label.VALID, observation_id=observation_id)
    (one,) = stand(engine).observers
    assert (one.scored, one.by_numbers) == (1, 1)
    assert one.scores is not None
    assert one.scores.brier.value == pytest.approx(0.02275**2, rel=1e-3)  # Phi(-0.1 s / 0.05 s)


def test_only_the_newest_films_are_read(engine: Engine) -> None:
    for n in range(5):
        say(engine, Label.VALID if n else Label.IMPOSSIBLE, observation_id=filmed(engine))
    found = stand(engine, most_films=3)
    assert (found.films, found.left_out) == (5, 2)
    assert found.observers[0].labelled == 3
    assert found.observers[0].observations == 5
    row = next(r for r in found.observers[0].confusion if r.verdict is Verdict.UNCERTAIN)
    assert (row.valid, row.impossible) == (3, 0)


def test_a_million_observations_are_not_read_for_it(sqlite: Engine) -> None:
    for _ in range(3):
        say(sqlite, Label.VALID, observation_id=filmed(sqlite))
    ran: list[tuple[str, object]] = []

    @event.listens_for(sqlite, "before_cursor_execute")
    def _note(_connection, _cursor, said: str, given: object, *_more: object) -> None:
        ran.append((said, given))

    stand(sqlite)
    asked = [one for one in ran if "FROM observations" in one[0]]
    assert len(asked) == 3
    with sqlite.connect() as connection:
        for said, given in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given).all()
            scans = [row[3] for row in plan if row[3].startswith("SCAN observations")]
            assert not [scan for scan in scans if "COVERING INDEX" not in scan], said


def test_an_empty_archive_has_no_observers(engine: Engine) -> None:
    assert stand(engine) == Calibration(labels=0, films=0, left_out=0, disputed=0, observers=())
