"""What is no world yet is not taken over as one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storyworld.archive import worlds
from storyworld.archive.engine import reading
from storyworld.cli.evidence import import_world
from storyworld.errors import InvalidField
from storyworld.evidence_export.worlds import world_lines
from tests.archives import new_archive


def test_a_world_of_which_no_episode_has_ended_does_not_come_without_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engine = new_archive(f"sqlite:///{tmp_path / 'storyworld.db'}")
    file = tmp_path / "world.ndjson"
    file.write_bytes(b"".join(world_lines("wd_" + "0" * 26, datetime.now(UTC), ())))
    with pytest.raises(InvalidField, match="no episode that has ended") as caught:
        import_world(file)
    assert caught.value.field == "file"
    with pytest.raises(InvalidField, match="lower-case letters") as caught:
        import_world(file, "Ada Lovelace")
    assert caught.value.field == "--owner"
    with reading(engine) as session:
        assert worlds.several(session, limit=10) == ()
    engine.dispose()
