import json
import stat
from pathlib import Path

import pytest

from storyworld.cli.stack import standing, standing_at
from storyworld.errors import ConfigurationError


def test_the_address_of_up_is_found_while_it_runs_and_forgotten_after(tmp_path: Path) -> None:
    with standing(tmp_path) as record:
        assert standing_at(tmp_path) is None, "not before it answers"
        record("http://127.0.0.1:8080")
        assert standing_at(tmp_path) == "http://127.0.0.1:8080"
        assert stat.S_IMODE((tmp_path / "web.json").stat().st_mode) == 0o600
    assert standing_at(tmp_path) is None
    assert not (tmp_path / "web.json").exists()


def test_a_record_left_by_a_kill_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "up.lock").touch()
    (tmp_path / "web.json").write_text(json.dumps({"url": "http://127.0.0.1:1", "pid": 1}))
    assert standing_at(tmp_path) is None
    with standing(tmp_path):
        assert standing_at(tmp_path) is None, "the next one has yet to answer"


def test_a_home_has_one_up(tmp_path: Path) -> None:
    with standing(tmp_path) as record:
        record("http://127.0.0.1:8080")
        with pytest.raises(ConfigurationError, match="8080"), standing(tmp_path):
            pass
        assert standing_at(tmp_path) == "http://127.0.0.1:8080"


def test_a_record_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    with standing(tmp_path):
        for text in ("", "{", "[]", "{}", "null"):
            (tmp_path / "web.json").write_text(text)
            assert standing_at(tmp_path) is None
