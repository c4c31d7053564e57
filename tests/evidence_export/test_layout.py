"""An account as files, and files as an account."""

import json

import pytest

from storyworld.evidence_export.layout import (
    LAYOUT_VERSION,
    account_of,
    files_of,
    film_name,
    is_film,
)
from storyworld.evidence_export.opening import _NAME
from storyworld.records.verification import Aspect
from tests.evidence_export import accounts
from tests.evidence_export.conftest import Kinds


def read(files: dict[str, bytes]) -> tuple[set[str], str]:
    told, differences = account_of(files)
    assert told is not None
    return {d.where for d in differences}, " ".join(d.words for d in differences)


@pytest.mark.parametrize("kind", accounts.ALL)
def test_accounts_made_by_hand_come_back_as_they_were(kind: str) -> None:
    made = accounts.ALL[kind]()
    told, differences = account_of(dict(files_of(made)))
    assert (told, differences) == (made, ())


def test_the_digest_of_a_file_is_that_of_its_record(kinds: Kinds) -> None:
    import hashlib

    told = kinds["achieved"]
    files = dict(files_of(told))
    assert hashlib.sha256(files["goal.json"]).hexdigest() == told.goal.digest()
    assert hashlib.sha256(files["beats/0.json"]).hexdigest() == told.beats[0].digest()


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "a/b", "A", "", "obs\n", "\u202e", "x" * 500, "a.json"]
)
def test_an_observation_called_oddly_lies_inside_all_the_same(name: str) -> None:
    made = accounts.finished()
    (walk,) = made.walks
    (seen,) = walk.observations
    odd = made.revised(walks=(walk.revised(observations=(seen.revised(observation_id=name),)),))
    files = dict(files_of(odd))
    assert all(_NAME.fullmatch(file) and len(file) <= 300 for file in files)
    told, differences = account_of(files)
    assert differences == ()
    assert told == odd


def test_observations_keep_their_order_beyond_ten() -> None:
    made = accounts.finished()
    (walk,) = made.walks
    (seen,) = walk.observations
    many = tuple(seen.revised(observation_id=f"obs_{i}") for i in range(12))
    told, _ = account_of(dict(files_of(made.revised(walks=(walk.revised(observations=many),)))))
    assert told is not None
    assert told.walks[0].observations == many


@pytest.mark.parametrize("missing", ["episode.json", "goal.json"])
def test_without_cover_or_goal_there_is_nothing(kinds: Kinds, missing: str) -> None:
    files = dict(files_of(kinds["achieved"]))
    del files[missing]
    told, differences = account_of(files)
    assert told is None
    assert [(d.where, d.aspect) for d in differences] == [(missing, Aspect.SCHEMA)]


def test_a_layout_of_the_future_is_not_guessed_at(kinds: Kinds) -> None:
    files = dict(files_of(kinds["achieved"]))
    cover = json.loads(files["episode.json"])
    future = {**cover, "layout_version": LAYOUT_VERSION + 1, "storyworld": "7.0"}
    files["episode.json"] = json.dumps(future, sort_keys=True, separators=(",", ":")).encode()
    told, differences = account_of(files)
    assert told is None
    assert "newer StoryWorld (7.0)" in differences[-1].words


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[1]",
        b"{}",
        b"null",
        b"\xff\xfe",
        b'{"text": NaN}',
        b'{"text": "a", "seed": 1e999}',
        b'{"text": "a", "more": 1}',
        b'{"text": "\\ud800"}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"text": ' + b"9" * 100_000 + b"}",
    ],
)
@pytest.mark.parametrize(
    "name", ["goal.json", "beats/0.json", "attempts/0-0/judgement.json", "provenance.jsonl",
             "timeline.json", "graph/nd_00000000000000000000000000.json"],
)  # fmt: skip
def test_nonsense_in_a_file_is_told_of_that_file(kinds: Kinds, name: str, content: bytes) -> None:
    files = dict(files_of(kinds["achieved"]))
    told, differences = account_of({**files, name: content})
    if name == "provenance.jsonl" and not content:
        assert told is not None
        assert told.links == ()
    elif name == "timeline.json" and content == b"{}":
        assert differences == ()
    else:
        assert any(d.where.startswith(name) for d in differences)
    assert (told is None) == (name == "goal.json")


def test_a_line_of_provenance_is_named_by_its_number(kinds: Kinds) -> None:
    files = dict(files_of(kinds["achieved"]))
    lines = files["provenance.jsonl"].split(b"\n")
    lines[2] = lines[2].replace(b'"place":2', b'"place":-2')
    where, words = read({**files, "provenance.jsonl": b"\n".join(lines)})
    assert where == {"provenance.jsonl line 3"}
    assert "place" in words


def test_provenance_that_was_cut_in_its_last_line_is_told(kinds: Kinds) -> None:
    files = dict(files_of(kinds["achieved"]))
    where, words = read({**files, "provenance.jsonl": files["provenance.jsonl"][:-1]})
    assert where == {"provenance.jsonl"}
    assert "cut short" in words


def test_films_are_called_by_what_they_are() -> None:
    assert film_name(1, 2, "video/mp4") == "attempts/1-2/film.mp4"
    assert film_name(0, 0, "video/webm;codecs=vp9") == "attempts/0-0/film.webm"
    assert is_film("attempts/10-2/film.mp4")
    for other in ("attempts/01-2/film.mp4", "film.mp4", "attempts/0-0/film.mp4.json", "/film.mp4"):
        assert not is_film(other)


def test_more_beats_than_a_goal_has_are_not_solved_again(kinds: Kinds) -> None:
    """Each costs its time: a crate of thousands would be examined for hours."""
    told = kinds["achieved"]
    files = dict(files_of(told))
    files |= {
        f"beats/{i}.json": told.beats[0].revised(index=i).essential_json().encode()
        for i in range(1, 102)
    }
    read_back, differences = account_of(files)
    assert read_back is None
    assert "102" in differences[-1].words
