"""Where each part of an account lies in a crate.

=======================================  =======================================================
file                                     holds
=======================================  =======================================================
episode.json                             the run and its outcome, the digest of its last link
goal.json, veto.json                     what was asked; what it contradicts, if it does
beats/0.json                             how it was read, constraints, the solver's prediction
attempts/0-0/attempt.json                how it was filmed, and the film's digest
attempts/0-0/film.mp4                    the film, where it is taken along
attempts/0-0/observations/0-obs_x.json   what one observer said of it
attempts/0-0/judgement.json              ledger, findings, state and confidence
graph/nd_x.json, graph/tr_x.json         nodes with their facts, and transitions
provenance.jsonl                         who did what: one link of the chain a line
timeline.json                            when it was worked on
=======================================  =======================================================

Each JSON file but three (episode, provenance, timeline) is the essential JSON of one record, so
that its sha256 is the digest by which provenance names it: ``sha256sum`` compares them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Final, TypeVar

from pydantic import NonNegativeInt, ValidationError

from storyworld import __version__
from storyworld.records.account import (
    MOST_BEATS,
    Account,
    Established,
    Filming,
    Run,
    StepTaken,
    Walked,
    walk_name,
)
from storyworld.records.frozen import Instant, Record, Sha256, Text
from storyworld.records.goal import Goal
from storyworld.records.observation import Observation
from storyworld.records.provenance import Link
from storyworld.records.scenario import Beat, Vetoed
from storyworld.records.verdict import Judgement
from storyworld.records.verification import Aspect, Difference
from storyworld.records.world import Transition, WorldNode

R = TypeVar("R", bound=Record)
LAYOUT_VERSION: Final = 1
METADATA: Final = "ro-crate-metadata.json"
EPISODE, GOAL, VETO = "episode.json", "goal.json", "veto.json"
PROVENANCE, TIMELINE = "provenance.jsonl", "timeline.json"
_NUMBER: Final = r"(0|[1-9]\d{0,8})"
_BEAT: Final = re.compile(rf"beats/{_NUMBER}\.json")
_WALK: Final = re.compile(
    rf"attempts/{_NUMBER}-{_NUMBER}/(attempt|judgement|observations/{_NUMBER}-[a-z0-9_]+)\.json"
)
_FILM: Final = re.compile(rf"attempts/{_NUMBER}-{_NUMBER}/film\.(mp4|webm)")
_ODD: Final = re.compile(r"[^a-z0-9_]")
_GRAPH: Final = re.compile(r"graph/(nd|tr)_[0-9a-z]+\.json")


class Cover(Record):
    """What a crate is of, and what wrote it."""

    layout_version: NonNegativeInt = 0
    storyworld: Text = ""
    libraries: Text = ""
    run: Run
    head: Sha256 | None = None


class _Times(Record):
    """When an attempt was opened, and its film came and went."""

    beat: NonNegativeInt
    attempt: NonNegativeInt
    created_at: Instant | None = None
    made_at: Instant | None = None
    deleted_at: Instant | None = None


class _Timeline(Record):
    walks: tuple[_Times, ...] = ()
    steps: tuple[StepTaken, ...] = ()
    established: tuple[Established, ...] = ()


def film_name(beat: int, attempt: int, media_type: str) -> str:
    """Say where the film of an attempt lies."""
    return f"attempts/{walk_name(beat, attempt)}/film.{'webm' if 'webm' in media_type else 'mp4'}"


def is_film(name: str) -> bool:
    """Whether a file is the film of an attempt."""
    return _FILM.fullmatch(name) is not None


def files_of(account: Account) -> Iterator[tuple[str, bytes]]:
    """Write an account as files, in the order in which they are read best."""
    cover = Cover(
        layout_version=LAYOUT_VERSION,
        storyworld=__version__,
        libraries=", ".join(f"{name} {version(name)}" for name in ("prov", "rocrate")),
        run=account.run,
        head=account.head,
    )
    yield EPISODE, _bytes(cover)
    yield GOAL, _bytes(account.goal)
    if account.vetoed is not None:
        yield VETO, _bytes(account.vetoed)
    for beat in account.beats:
        yield f"beats/{beat.index}.json", _bytes(beat)
    for walk in account.walks:
        folder = f"attempts/{walk.name}"
        if walk.filming is not None:
            yield f"{folder}/attempt.json", _bytes(walk.filming)
        for place, seen in enumerate(walk.observations):
            yield f"{folder}/observations/{place}-{_plain(seen.observation_id)}.json", _bytes(seen)
        if walk.judgement is not None:
            yield f"{folder}/judgement.json", _bytes(walk.judgement)
    for node in account.nodes:
        yield f"graph/{node.node_id}.json", _bytes(node)
    for transition in account.transitions:
        yield f"graph/{transition.transition_id}.json", _bytes(transition)
    yield PROVENANCE, b"".join(_bytes(link) + b"\n" for link in account.links)
    times = tuple(
        _Times(**{name: getattr(walk, name) for name in _Times.model_fields})
        for walk in account.walks
    )
    timeline = _Timeline(walks=times, steps=account.steps, established=account.established)
    yield TIMELINE, _bytes(timeline)


def _plain(name: str) -> str:
    """Give what a file may be called by a name that somebody else chose."""
    return _ODD.sub("_", name)[:100] or "_"


def _bytes(record: Record) -> bytes:
    return record.essential_json().encode()


class _Reader:
    """Reads files as records; what cannot be read becomes a difference."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.differences: list[Difference] = []

    def names(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give the files of a pattern, in the order of their numbers."""
        found = (m for m in map(pattern.fullmatch, self._files) if m is not None)
        return iter(sorted(found, key=lambda m: (_numbers(m), m[0])))

    def one(self, name: str, record: type[R]) -> R | None:
        """Read a file; None if it is not there or cannot be read."""
        if name not in self._files:
            return None
        return self._record(name, self._files[name], record)

    def lines(self, name: str, record: type[R]) -> Iterator[R]:
        """Read the lines of a file."""
        text = self._files.get(name, b"")
        if text and not text.endswith(b"\n"):
            self.differ(name, "does not end with a line's end: it was cut short")
        lines = text.removesuffix(b"\n").split(b"\n") if text else ()
        for number, line in enumerate(lines, start=1):
            read = self._record(f"{name} line {number}", line, record)
            if read is not None:
                yield read

    def _record(self, where: str, text: bytes, record: type[R]) -> R | None:
        try:
            read = record.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            field = ".".join(map(str, first["loc"])) or "the whole of it"
            words = f"cannot be read: {field}: {first['msg']}"
            self.differ(where, words)
            return None
        if _bytes(read) != text:
            self.differ(where, "says the same in other bytes: its sha256 is not its digest")
        return read

    def differ(self, where: str, words: str) -> None:
        """Note what is wrong with a file."""
        self.differences.append(
            Difference(aspect=Aspect.SCHEMA, where=where[:400], words=words[:1000])
        )


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(group) for group in match.groups() if group is not None and group.isdigit()]


def account_of(files: Mapping[str, bytes]) -> tuple[Account | None, tuple[Difference, ...]]:
    """Read an account back from its files, and say what of them cannot be read.

    Returns
    -------
    Account or None
        None where so much is missing that nothing is left to examine.
    """
    reader = _Reader(files)
    cover, goal = reader.one(EPISODE, Cover), reader.one(GOAL, Goal)
    if cover is not None and cover.layout_version > LAYOUT_VERSION:
        words = f"was written by a newer StoryWorld ({cover.storyworld}): check it with that one"
        reader.differ(EPISODE, words)
        return None, tuple(reader.differences)
    timeline = reader.one(TIMELINE, _Timeline) or _Timeline()
    beats = [reader.one(m[0], Beat) for m in reader.names(_BEAT)]
    graph = [m[0] for m in reader.names(_GRAPH)]
    nodes = [reader.one(name, WorldNode) for name in graph if name.startswith("graph/nd_")]
    steps = [reader.one(name, Transition) for name in graph if name.startswith("graph/tr_")]
    vetoed = reader.one(VETO, Vetoed)
    walks, links = tuple(_walks(reader, timeline)), tuple(reader.lines(PROVENANCE, Link))
    if len(beats) > MOST_BEATS:
        reader.differ("beats", f"there are {len(beats)}: no goal has more than {MOST_BEATS}")
        return None, tuple(reader.differences)
    if cover is None or goal is None:
        for name, record in ((EPISODE, cover), (GOAL, goal)):
            if record is None and name not in files:
                reader.differ(name, "is missing: without it there is nothing to examine")
        return None, tuple(reader.differences)
    transitions = sorted(
        (t for t in steps if t is not None), key=lambda t: (t.beat, t.transition_id)
    )
    account = Account(
        run=cover.run,
        goal=goal,
        vetoed=vetoed,
        beats=tuple(beat for beat in beats if beat is not None),
        walks=walks,
        nodes=tuple(_along(cover.run.root_node, transitions, nodes)),
        transitions=tuple(transitions),
        links=links,
        head=cover.head,
        steps=timeline.steps,
        established=timeline.established,
    )
    return account, tuple(reader.differences)


def _along(
    root: str, transitions: Iterable[Transition], nodes: Iterable[WorldNode | None]
) -> list[WorldNode]:
    """Give nodes in the order in which the episode came to them."""
    passed = [root, *(t.to_node for t in transitions)]
    places = {name: place for place, name in reversed(list(enumerate(passed)))}
    there = (node for node in nodes if node is not None)
    return sorted(there, key=lambda node: places.get(node.node_id, len(passed)))


def _walks(reader: _Reader, timeline: _Timeline) -> Iterator[Walked]:
    parts = list(reader.names(_WALK))
    times = {(t.beat, t.attempt): t for t in timeline.walks}
    for beat, attempt in sorted({(int(m[1]), int(m[2])) for m in parts}):
        of_it = [m[0] for m in parts if (int(m[1]), int(m[2])) == (beat, attempt)]
        folder = f"attempts/{walk_name(beat, attempt)}"
        seen = (
            reader.one(n, Observation) for n in of_it if n.startswith(f"{folder}/observations/")
        )
        when = times.get((beat, attempt), _Times(beat=beat, attempt=attempt))
        yield Walked(
            **dict(when),
            filming=reader.one(f"{folder}/attempt.json", Filming),
            observations=tuple(o for o in seen if o is not None),
            judgement=reader.one(f"{folder}/judgement.json", Judgement),
        )
