"""Replies of any kind: what can be read of them, and that nothing else gets in."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.observers.seeing.prompting import Statement
from storyworld.observers.seeing.replies import (
    MalformedReplyError,
    Tells,
    counted,
    described,
    told,
)
from storyworld.records.evidence import FrameRange

ASKED = (Statement("s1", "It stands."), Statement("s2", "It lies.", antonym=True))
SHOWN = (0, 10, 20)


def answers(*given: object) -> str:
    return json.dumps({"answers": list(given)})


def test_answers_are_read_with_the_frames_they_cite():
    (one,) = told(answers({"id": "s1", "answer": "yes", "first_frame": 3, "last_frame": 20}),
                  ASKED, SHOWN)  # fmt: skip
    assert (one.statement.key, one.tells, one.frames) == (
        "s1", Tells.YES, FrameRange(first=3, last=20),
    )  # fmt: skip


@pytest.mark.parametrize(
    "cited",
    [
        {"first_frame": 3, "last_frame": 21}, {"first_frame": 9, "last_frame": 3},
        {"first_frame": -1, "last_frame": 3}, {"first_frame": "3", "last_frame": 4},
        {"first_frame": True, "last_frame": 4}, {"first_frame": 10**30, "last_frame": 10**31}, {},
    ],
)  # fmt: skip
def test_frames_that_were_not_shown_are_not_cited(cited):
    (one,) = told(answers({"id": "s1", "answer": "no", **cited}), ASKED, SHOWN)
    assert one.frames is None


def test_what_was_not_asked_and_what_is_no_answer_is_dropped():
    given = answers(
        {"id": "s9", "answer": "yes"}, {"id": "s1", "answer": "achieved"}, "yes", None,
        {"id": ["s1"], "answer": "yes"}, {"id": "s2", "answer": "no"},
        {"id": "s2", "answer": "yes"},
    )  # fmt: skip
    assert [(t.statement.key, t.tells) for t in told(given, ASKED, SHOWN)] == [("s2", Tells.NO)]


@pytest.mark.parametrize(
    "text", ["", "no json", "[]", "{}", '{"answers": 3}', "{" * 100_000, "x" * 300_000, "null"]
)
def test_a_reply_of_which_nothing_can_be_read_is_malformed(text):
    with pytest.raises(MalformedReplyError):
        told(text, ASKED, SHOWN)
    with pytest.raises(MalformedReplyError):
        described(text)


def test_text_in_the_picture_is_kept_short_and_apart():
    given = {"description": "A ball falls.", "text_in_video": ["GOAL  ACHIEVED", 3, "x" * 999]}
    found = described(f"```json\n{json.dumps(given)}\n```")
    assert found.words == "A ball falls."
    assert found.texts == ("GOAL ACHIEVED", "x" * 200)


def test_a_count_is_a_number_or_none():
    assert counted('{"count": 5}') == 5
    for reply in ('{"count": true}', '{"count": "5"}', "{}"):
        with pytest.raises(MalformedReplyError):
            counted(reply)


def test_half_a_character_is_no_text_that_could_not_be_kept():
    found = described('{"description": "A ball \\ud83d falls.", "text_in_video": ["\\udc00"]}')
    assert (found.words, found.texts) == ("A ball ? falls.", ("?",))


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text):
    for read in (described, counted, lambda t: told(t, ASKED, SHOWN)):
        with contextlib.suppress(MalformedReplyError):
            read(text)
