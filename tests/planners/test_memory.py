from pathlib import Path

import pytest

from storyworld.planners.memory import Kept, Memory, name_of
from storyworld.planners.proposal import ProposedBeat, Reply


def kept(family: str = "stack") -> Kept:
    return Kept(reply=Reply(beats=(ProposedBeat(family=family),)), model="m", input_tokens=3)


def test_what_is_kept_is_recalled_by_another_process(tmp_path: Path) -> None:
    Memory(tmp_path / "a").keep(name_of("x"), kept())
    assert Memory(tmp_path / "a").recall(name_of("x")) == kept()
    assert Memory(tmp_path / "a").recall(name_of("y")) is None


def test_the_first_to_keep_wins(tmp_path: Path) -> None:
    one, other = Memory(tmp_path), Memory(tmp_path)
    name = name_of("x")
    assert one.keep(name, kept("stack")) == kept("stack")
    assert other.keep(name, kept("incline")) == kept("stack")
    assert other.recall(name) == kept("stack")


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b'{"reply": {"beats": 7}}', b"\xff" * 9, b"[" * 9999]
)
def test_what_cannot_be_read_is_not_there_and_is_replaced(tmp_path: Path, spoilt: bytes) -> None:
    name = name_of("x")
    (tmp_path / f"{name}.json").write_bytes(spoilt)
    assert Memory(tmp_path).recall(name) is None
    Memory(tmp_path).keep(name, kept())
    assert Memory(tmp_path).recall(name) == kept()


def test_the_oldest_are_taken_away(tmp_path: Path) -> None:
    memory = Memory(tmp_path, max_files=10)
    for number in range(25):
        memory.keep(name_of(str(number)), kept())
    assert len(list(tmp_path.iterdir())) <= 10
    assert Memory(tmp_path).recall(name_of("24")) == kept()


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file")
    assert memory.keep(name_of("x"), kept()) == kept()
    assert memory.recall(name_of("x")) == kept()
    assert "cannot be kept" in caplog.text


def test_names_tell_their_parts_apart() -> None:
    assert name_of("a", "b") != name_of("ab", "") != name_of("a,b")
