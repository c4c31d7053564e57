"""A world as lines: read as written, and refused with its line where anything is wrong."""

import hashlib
import io
import json
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.errors import InvalidField
from storyworld.evidence_export import worlds
from storyworld.evidence_export.worlds import WorldLine, read_world, world_lines
from storyworld.records.account import Account
from tests.evidence_export import accounts

BEGAN = datetime(2026, 11, 23, tzinfo=UTC)
TOLD = (accounts.finished(), accounts.vetoed(), accounts.incomplete())
Lines = list[bytes]


def lines() -> Lines:
    return list(world_lines(accounts.WORLD, BEGAN, TOLD))


def read(text: bytes) -> list[WorldLine | Account]:
    return list(read_world(io.BytesIO(text)))


def refused(text: bytes) -> str:
    with pytest.raises(InvalidField) as caught:
        read(text)
    assert caught.value.field == "file"
    assert "nothing was imported" in caught.value.detail
    return caught.value.detail


def test_what_is_written_is_read() -> None:
    first, *rest = read(b"".join(lines()))
    assert isinstance(first, WorldLine)
    assert (first.world_id, first.created_at) == (accounts.WORLD, BEGAN)
    assert tuple(rest) == TOLD


def test_an_empty_world_is_one() -> None:
    assert len(read(b"".join(world_lines(accounts.WORLD, BEGAN, ())))) == 1


def test_each_line_is_one_text_and_the_same_each_time() -> None:
    assert lines() == lines()
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines())
    end = json.loads(lines()[-1])
    assert end["sha256"] == hashlib.sha256(b"".join(lines()[:-1])).hexdigest()


WRONG: dict[str, tuple[Callable[[Lines], Lines], str]] = {
    "cut short": (lambda told: told[:-1], "line 5 is missing"),
    "cut in a line": (lambda told: [*told[:2], told[2][:100]], "line 3 cannot be read"),
    "reordered": (lambda told: [told[0], told[2], told[1], *told[3:]], "line 5 names other"),
    "without one": (lambda told: [*told[:2], *told[3:]], "line 4 names other"),
    "one twice": (lambda told: [*told[:2], *told[1:]], "line 6 names other"),
    "one edited": (
        lambda told: [told[0], told[1].replace(b'"seed":0', b'"seed":1'), *told[2:]],
        "line 5 names other",
    ),
    "more behind the end": (lambda told: [*told, told[1]], "line 6 comes after the end"),
    "no world first": (lambda told: told[1:], "line 1 should say which world"),
    "two worlds": (lambda told: [told[0], *told], "line 2 says so again"),
    "an end first": (lambda told: told[-1:], "line 1 should say which world"),
    "nothing": (lambda _told: [], "line 1 is missing"),
    "an empty line": (lambda told: [told[0], b"\n", *told[1:]], "line 2 cannot be read"),
    "no json": (lambda told: [told[0], b"hello\n"], "line 2 cannot be read"),
    "another kind": (lambda told: [told[0], b'{"kind":"spell"}\n'], "line 2 cannot be read"),
    "nesting": (lambda told: [told[0], b"[" * 10**6 + b"\n"], "line 2 cannot be read"),
    "not a number": (
        lambda told: [told[0], told[1].replace(b'"budget_usd":1.0', b'"budget_usd":NaN', 1)],
        "line 2 cannot be read",
    ),
    "bytes that are no text": (lambda told: [told[0], b"\xff\xfe\n"], "line 2 cannot be read"),
    "of the future": (
        lambda told: [told[0].replace(b'"version":1', b'"version":2'), *told[1:]],
        "line 1 was written by a newer StoryWorld",
    ),
    "more than is known": (
        lambda told: [told[0].replace(b"{", b'{"more":1,', 1), *told[1:]],
        "line 1 cannot be read: world.more",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_by_its_line(what: str) -> None:
    change, words = WRONG[what]
    assert words in refused(b"".join(change(lines())))


def test_a_line_too_long_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "MOST_LINE_BYTES", 2**20)
    tracemalloc.start()
    started = time.perf_counter()
    assert "line 2 is longer than 1 MiB" in refused(lines()[0] + b"x" * 2**24)
    assert time.perf_counter() - started < 1
    tracemalloc.stop()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_byte_of_it_can_be_changed(data: st.DataObject) -> None:
    text = bytearray(b"".join(lines()))
    place = data.draw(st.integers(0, len(text) - 1))
    text[place] ^= 1 << data.draw(st.integers(0, 7))
    refused(bytes(text))
