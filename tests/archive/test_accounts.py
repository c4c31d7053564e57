"""Accounts, as the archive tells them: the same each time, in SQLite and in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, update

from storyworld.archive import accounts, graph, provenance
from storyworld.archive.accounts import account, of_world
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import ArtifactRow
from storyworld.errors import NotFound
from storyworld.evidence_export.verifying import examine
from storyworld.records.goal import Goal
from storyworld.records.identity import Stage
from tests.evidence_export.walking import FALL, FORBIDDEN, TWO, Walker, every_kind, walker


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Walker, dict[str, str]]]:
    with walker(tmp_path_factory.mktemp("walked")) as by:
        yield by, every_kind(by)


def test_every_kind_is_told_and_is_sound(walked: tuple[Walker, dict[str, str]]) -> None:
    by, made = walked
    for kind, episode_id in made.items():
        told = by.account(episode_id)
        assert examine(told).differences == (), kind
        assert told == by.account(episode_id)
        assert told.head == told.links[-1].digest()


def test_it_tells_what_was_walked(walked: tuple[Walker, dict[str, str]]) -> None:
    by, made = walked
    told = by.account(made["two beats"])
    assert [w.name for w in told.walks] == ["0-0", "1-0"]
    assert [n.node_id for n in told.nodes] == [
        told.run.root_node, *(t.to_node for t in told.transitions)
    ]  # fmt: skip
    assert {item.name for item in told.established} == {
        *(n.node_id for n in told.nodes), *(t.transition_id for t in told.transitions)
    }  # fmt: skip
    stages = [(s.beat, s.stage) for s in told.steps]
    assert stages == [(0, s) for s in Stage] + [(1, s) for s in list(Stage)[1:]]
    assert all(w.made_at and w.deleted_at is None for w in told.walks)
    assert by.account(made["lacking"]).walks[0].filming is None
    assert by.account(made["terminated"]).walks[0].judgement is None


def test_of_no_episode_and_no_world_there_is_none(walked: tuple[Walker, dict[str, str]]) -> None:
    by, _ = walked
    with reading(by.here.engine) as session:
        with pytest.raises(NotFound):
            account(session, "ep_" + "0" * 26)
        with pytest.raises(NotFound):
            graph.require(session, "wd_" + "0" * 26)
        assert list(of_world(session, "wd_" + "0" * 26)) == []


def test_a_world_tells_what_has_ended_in_the_order_it_began(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        first = by.account(by.walk(Goal(text=TWO)))
        world_id, middle = first.run.world_id, first.transitions[0].to_node
        second = by.walk(Goal(text=FORBIDDEN, from_node=middle))
        third = by.walk(Goal(text=FALL, world_id=world_id))
        by.begin(Goal(text=FALL, world_id=world_id))
        with reading(by.here.engine) as session:
            told = list(of_world(session, world_id))
    assert [a.run.episode_id for a in told] == [first.run.episode_id, second, third]
    assert told[1].run.root_node == middle
    assert told[1].nodes[0].facts, "it starts from what the first has established"
    assert all(examine(a).sound for a in told)


def test_an_archive_that_was_tampered_with_is_found_out(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        episode_id = by.walk(Goal(text=FALL))
        with by.here.engine.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE observations SET record = replace(record, '\"value\":2.0', '\"value\":1.9')"
            )
        found = examine(by.account(episode_id))
        assert any(d.where.startswith("observation ") for d in found.differences)
        with writing(by.here.engine) as session:
            session.execute(update(ArtifactRow).values(size_bytes=1))
        again = examine(by.account(episode_id))
        assert "attempt 0-0" in {d.where for d in again.differences}


def test_a_link_that_was_changed_behind_the_archives_back_is_found_out(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        episode_id = by.walk(Goal(text=FALL))
        with by.here.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER provenance_kept_update")
            connection.exec_driver_sql("DROP TRIGGER provenance_kept_delete")
            connection.exec_driver_sql(
                "UPDATE provenance SET record = replace(record, '0.1.0', '0.2.0') WHERE place = 1"
            )
        assert {d.where for d in examine(by.account(episode_id)).differences} == {
            "link 1 (render of attempt 0-0)"
        }
        with by.here.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM provenance WHERE place = 4")
        with reading(by.here.engine) as session:
            assert provenance.head(session, episode_id) != ""
            found = examine(accounts.account(session, episode_id))
        assert not found.sound


@pytest.mark.postgres
def test_postgresql_tells_the_same(postgresql: Engine, tmp_path: Path) -> None:
    with walker(tmp_path, postgresql.url.render_as_string(hide_password=False)) as by:
        for kind, episode_id in every_kind(by).items():
            assert examine(by.account(episode_id)).differences == (), kind


def test_nothing_but_rows_is_asked(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        episode_id = by.walk(Goal(text=FALL))
        for film in by.here.settings.films.rglob("*.mp4"):
            film.unlink()
        assert examine(by.account(episode_id)).sound
        with writing(by.here.engine) as session:
            assert session.execute(delete(ArtifactRow).where(ArtifactRow.beat == 9)).rowcount == 0
