"""Zips that anybody may have made: refused, quickly, and with bounded memory."""

import io
import stat
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyworld.errors import InvalidField
from storyworld.evidence_export import opening
from storyworld.evidence_export.opening import MOST_FILES, open_crate
from storyworld.evidence_export.verifying import examine_crate
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import crate_of, pack

ZERO = b"\0" * (1 << 20)


def packed(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InvalidField) as caught:
        open_crate(path)
    assert caught.value.field == "crate"
    return caught.value.detail


@pytest.mark.parametrize(
    "name",
    [
        "../x", "a/../../x", "/etc/passwd", "a\\b", "..\\x", "C:/x", "a//b", "./a", "a/.",
        ".hidden",
        "a b", "a\nb", "-" * 301, "é.json", "a/", "~root", "a:b", "CON?", "a/..", "..",
    ],
)  # fmt: skip
def test_a_name_that_leads_anywhere_else_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "crate.zip", ("goal.json", b"{}"), (name, b"x"))
    if name == "a/":
        assert open_crate(path).files == {"goal.json": b"{}"}  # a folder holds nothing
    else:
        assert "name" in refused(path)


def test_a_name_with_an_end_in_its_middle_is_refused(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("goal.jsonXevil", b"{}")
    path = tmp_path / "crate.zip"
    path.write_bytes(content.getvalue().replace(b"goal.jsonXevil", b"goal.json\0evil"))
    assert "hides" in refused(path)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("goal.json")
    entry.external_attr = (kind | 0o777) << 16
    assert "link" in refused(packed(tmp_path / "crate.zip", (entry, b"/etc/passwd")))


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = packed(tmp_path / "crate.zip", ("goal.json", b"{}"), ("goal.json", b"[]"))
    assert "twice" in refused(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_oddly_is_refused(tmp_path: Path, method: int) -> None:
    entry = zipfile.ZipInfo("goal.json")
    entry.compress_type = method
    assert "packed" in refused(packed(tmp_path / "crate.zip", (entry, b"{}")))


def flagged(path: Path, flags: int) -> Path:
    """Set flags of the only entry, in its own header and in the table of contents."""
    content = bytearray(packed(path, ("goal.json", b"{}")).read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(magic) + offset
        content[place : place + 2] = struct.pack("<H", flags)
    path.write_bytes(content)
    return path


def test_what_is_encrypted_is_refused(tmp_path: Path) -> None:
    assert "encrypted" in refused(flagged(tmp_path / "crate.zip", 0x1))
    for patched_or_strongly_encrypted in (0x20, 0x40):
        assert refused(flagged(tmp_path / "crate.zip", patched_or_strongly_encrypted))


def bomb(path: Path, name: str, mebibytes: int) -> Path:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w") as file,
    ):
        for _ in range(mebibytes):
            file.write(ZERO)
    return path


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    path = bomb(tmp_path / "crate.zip", "goal.json", 300)
    assert path.stat().st_size < 2 << 20
    started = time.perf_counter()
    tracemalloc.start()
    assert "swells" in refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 << 20
    assert time.perf_counter() - started < 1.0


def test_a_bomb_that_lies_about_its_size_does_not_go_off_either(tmp_path: Path) -> None:
    path = bomb(tmp_path / "crate.zip", "goal.json", 300)
    content = bytearray(path.read_bytes())
    place = content.rindex(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", 10)
    path.write_bytes(content)
    tracemalloc.start()
    opened = open_crate(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert opened.damaged == ("goal.json",)
    assert most < 16 << 20


def test_many_small_bombs_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 5 << 20)
    monkeypatch.setattr(opening, "MOST_FILM_BYTES", 5 << 20)
    for name in ("beats/{}.json", "attempts/0-{}/film.mp4"):
        entries = [(name.format(i), ZERO) for i in range(6)]
        assert name.format(5) in refused(packed(tmp_path / "crate.zip", *entries))
        assert len(open_crate(packed(tmp_path / "crate.zip", *entries[:5])).digests) == 5


def test_more_files_than_a_crate_has_are_refused(tmp_path: Path) -> None:
    path = pack({f"f{i}": b"" for i in range(30_000)}, tmp_path / "crate.zip")
    started = time.perf_counter()
    assert str(MOST_FILES) in refused(path)
    assert time.perf_counter() - started < 2.0


def test_a_table_of_contents_beyond_measure_is_not_read(tmp_path: Path) -> None:
    path = pack({f"{'f' * 250}{i}": b"" for i in range(30_000)}, tmp_path / "crate.zip")
    tracemalloc.start()
    assert "table of contents" in refused(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 << 20


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "crate.zip"
    path.write_bytes(content)
    assert "crate.zip" in refused(path)


def test_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path)
    assert "cannot be read" in refused(tmp_path / "nowhere.zip")


def test_an_empty_zip_is_no_crate(tmp_path: Path) -> None:
    with pytest.raises(InvalidField, match=r"goal\.json"):
        examine_crate(packed(tmp_path / "crate.zip"))


@pytest.fixture(scope="module")
def whole(kinds: Kinds, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "crate.zip"
    crate_of(kinds["vetoed"], path)
    return path.read_bytes()


@pytest.mark.parametrize("part", range(1, 40))
def test_a_zip_that_was_cut_short_is_refused(whole: bytes, part: int, tmp_path: Path) -> None:
    path = tmp_path / "crate.zip"
    path.write_bytes(whole[: len(whole) * part // 40])
    assert refused(path)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_byte_of_a_zip_is_changed_its_content_is_the_same_or_it_is_found(
    whole: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    """Half of the changes are made where the table of contents is: there most can go wrong."""
    table = whole.index(b"PK\x01\x02")
    place = data.draw(st.one_of(st.integers(0, len(whole) - 1), st.integers(table, len(whole) - 1)))
    value = data.draw(st.integers(0, 255))
    changed = bytearray(whole)
    changed[place] = value
    path = tmp_path / "crate.zip"
    path.write_bytes(changed)
    try:
        found = examine_crate(path)
    except InvalidField:
        return
    original = tmp_path / "whole.zip"
    original.write_bytes(whole)
    assert found.sound is (open_crate(path) == open_crate(original))
