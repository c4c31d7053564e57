"""The world graph: what reads of it cost in worlds of 1,000 to 1,000,000 transitions.

Run with ``python benchmarks/graph.py [transitions ...]``. Each world is one SQLite file in a
temporary folder, written in bulk as the workers would have written it, but for rows that no read
of the graph looks at (beats, attempts, evidence). Episodes of 1 to 10 beats begin at random nodes;
a tenth of the beats fail and end theirs; a node holds up to 12 facts, of which a beat measures two
anew. Each read is in a session of its own, as the web app's are, at a random place. Times are
wall-clock and, where others use the machine too, the processor's for this process. Without
arguments the picture in docs/images is drawn anew.
"""

import math
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storyworld.archive import diff, graph, worlds
from storyworld.archive.engine import migrate, open_engine, reading
from storyworld.records.goal import Goal
from storyworld.settings import Settings
from tests import making
from webapp import create_app

SIZES = (1_000, 10_000, 100_000, 1_000_000)
READS = 300
PAGE = 100
WORLD = f"wd_{1:026d}"
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = ("tilt", "height", "speed", "period", "gap", "rebound", "angle", "width", "hold", "drop",
         "rate", "reach")  # fmt: skip
MEASURED = 2
ROWS = 20_000
PICTURE = Path(__file__).parents[1] / "docs" / "images" / "graph-pages.svg"
TARGET_MS = 50.0


def name(prefix: str, place: int) -> str:
    """Name what lies at a place: spread over the index as the digests of real names are."""
    return f"{prefix}_{place * 0x9E3779B97F4A7C15 % 2**96:024x}"


def instant(place: int) -> datetime:
    return BEGAN + timedelta(seconds=place)


def written(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


@dataclass
class Growing:
    """A world as it grows: for each place the facts' places, or none where a beat failed."""

    chance: random.Random
    facts: "array[int]"  # (place, name) -> the place where it was measured last, -1 if never
    led: "array[int]"  # the places that have a node

    def beats(self, count: int) -> Iterator[tuple[int, int, int, int, bool]]:
        """Give (place, from_place, episode, beat, failed) until there are so many."""
        place, episode = 0, 0
        while place < count:
            episode += 1
            start = self.led[self.chance.randrange(len(self.led))]
            for beat in range(self.chance.randint(1, 10)):
                place += 1
                if place > count:
                    return
                failed = self.chance.random() < 0.1
                yield place, start, episode, beat, failed
                if failed:
                    break
                self._lead(start, place)
                start = place

    def _lead(self, start: int, place: int) -> None:
        wide = len(NAMES)
        self.facts[place * wide : (place + 1) * wide] = self.facts[
            start * wide : (start + 1) * wide
        ]
        for nth in range(MEASURED):
            self.facts[place * wide + (place * MEASURED + nth) % wide] = place
        self.led.append(place)

    def record(self, place: int) -> str:
        """Write the node at a place with the facts that hold there."""
        wide = len(NAMES)
        held = self.facts[place * wide : (place + 1) * wide]
        facts = ",".join(
            f'{{"subject":"crate","attribute":"{what}","quantity":{{"value":{at % 977 / 7},'
            f'"unit":"m","uncertainty":0.0{at % 89 + 10}}},"observation_id":"{name("obs", at)}",'
            f'"evidence_id":"{name("obs", at)}:{what}"}}'
            for what, at in zip(NAMES, held, strict=True)
            if at >= 0
        )
        return f'{{"node_id":"{name("nd", place)}","world_id":"{WORLD}","facts":[{facts}]}}'


def build(file: Path, count: int) -> Growing:
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    wide = len(NAMES)
    growing = Growing(random.Random(1), array("i", [-1]) * (wide * (count + 1)), array("i", [0]))
    with sqlite3.connect(file, isolation_level=None) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF",
                       "cache_size=-1000000"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        _fill(connection, growing, count)
        connection.execute("COMMIT")
    return growing


def _fill(connection: sqlite3.Connection, growing: Growing, count: int) -> None:
    now = written(BEGAN)
    connection.execute(
        "INSERT INTO worlds (world_id, created_at, transitions, grown_at) VALUES (?, ?, ?, ?)",
        (WORLD, now, count, written(instant(count))),
    )
    node = "INSERT INTO nodes (node_id, world_id, record, created_at, place) VALUES (?, ?, ?, ?, ?)"
    connection.execute(node, (name("nd", 0), WORLD, growing.record(0), now, 0))
    goal = Goal(text="The crate is pushed and stays upright").model_dump_json()
    heads: dict[int, tuple[int, int, bool]] = {}
    beats = growing.beats(count)
    observation = making.observation(1.5, observation_id="obs_0").model_dump_json()
    while block := list(islice(beats, ROWS)):
        connection.executemany(node, (
            (name("nd", place), WORLD, growing.record(place), written(instant(place)), place)
            for place, _, _, _, failed in block if not failed
        ))  # fmt: skip
        connection.executemany(
            "INSERT INTO observations (observation_id, episode_id, beat, attempt, observer, "
            "availability, verdict, place, record, created_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
            ((name("obs", place), f"ep_{episode:026d}", beat, 0, "measuring", "success", "valid",
              0, observation, written(instant(place))) for place, _, episode, beat, _ in block),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO transitions (transition_id, world_id, place, episode_id, beat, from_node, "
            "from_place, to_node, observation_id, video_uri, video_sha256, state, because, "
            "created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            ((name("tr", place), WORLD, place, f"ep_{episode:026d}", beat, name("nd", start), start,
              None if failed else name("nd", place), name("obs", place), "disk:films/x.mp4",
              f"{place:064x}", "REJECTED" if failed else "ACCEPTED",
              "“the crate stays upright” holds: 1.50 ± 0.01 s against at most 2.1 s",
              written(instant(place)))
             for place, start, episode, beat, failed in block),
        )  # fmt: skip
        for place, start, episode, _, failed in block:
            root, _, _ = heads.get(episode, (start, start, False))
            heads[episode] = (root, start if failed else place, failed)
    connection.executemany(
        "INSERT INTO episodes (episode_id, world_id, goal, goal_text, backend, budget_usd, state, "
        "outcome, because, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        ((f"ep_{episode:026d}", WORLD, goal, "The crate is pushed and stays upright", "stub", 1.0,
          "IMPOSSIBLE" if failed else "COMPLETED",
          "goal_impossible" if failed else "goal_achieved", "", now, now)
         for episode, (_, _, failed) in heads.items()),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO branches (episode_id, world_id, root_node, head_node) VALUES (?, ?, ?, ?)",
        ((f"ep_{episode:026d}", WORLD, name("nd", root), name("nd", head))
         for episode, (root, head, _) in heads.items()),
    )  # fmt: skip


def reads(growing: Growing, count: int) -> dict[str, Callable[[Session], object]]:
    """Give the reads that are timed, each at a random place."""
    chance = random.Random(2)

    def somewhere() -> int:
        return growing.led[chance.randrange(len(growing.led) // 2, len(growing.led))]

    def page(session: Session) -> object:
        after = name("tr", chance.randint(1, max(1, count - PAGE)))
        return graph.page(session, WORLD, limit=PAGE, after=after)

    def as_of(session: Session) -> object:
        at = instant(chance.randint(1, count))
        return graph.page(session, WORLD, limit=PAGE, as_of=at)

    def claim(session: Session) -> object:
        place = somewhere()
        held = growing.facts[place * len(NAMES) : (place + 1) * len(NAMES)]
        what = chance.choice([n for n, at in zip(NAMES, held, strict=True) if at >= 0])
        by = graph.established(session, WORLD, name("nd", place), "crate", what)
        return graph.ancestors(session, WORLD, by.transition_id, limit=PAGE)

    def two(session: Session) -> object:
        return diff.diff(session, WORLD, name("nd", somewhere()), name("nd", somewhere()))

    def branches(session: Session) -> object:
        return worlds.branches(session, WORLD, limit=PAGE)

    def overview(session: Session) -> object:
        return worlds.overview(session, WORLD)

    return {"page of 100": page, "page as of an instant": as_of, "ancestors of a claim": claim,
            "diff of two nodes": two, "branches, 100": branches, "one world": overview}  # fmt: skip


@dataclass(frozen=True)
class Took:
    """How long reads took, in ms: the middle one and all but one in a hundred."""

    p50: float
    p99: float
    processor_p99: float


def timed(read: Callable[[], object]) -> Took:
    read()
    wall, processor = [], []
    for _ in range(READS):
        started, busy = time.perf_counter(), time.process_time()
        read()
        wall.append(1e3 * (time.perf_counter() - started))
        processor.append(1e3 * (time.process_time() - busy))
    nth = math.ceil(0.99 * READS) - 1
    return Took(statistics.median(wall), sorted(wall)[nth], sorted(processor)[nth])


def app_over(folder: Path, file: Path) -> Flask:
    return create_app(
        Settings(home=folder, database_url=f"sqlite:///{file}", secret_key="a benchmark's"),
        ring=lambda _key: True,
        revoke=lambda *_keys: True,
    )


def _in_session(engine: Engine, read: Callable[[Session], object]) -> None:
    with reading(engine) as session:
        read(session)


def over_http(app: Flask, count: int) -> Took:
    client, chance = app.test_client(), random.Random(3)

    def page() -> None:
        after = name("tr", chance.randint(1, max(1, count - PAGE)))
        answer = client.get(f"/worlds/{WORLD}/graph?limit={PAGE}&after={after}")
        assert answer.status_code == 200, answer.text

    found = timed(page)
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
    return found


DRAWN = {
    "page of 100": "#1f6f8b",
    "ancestors of a claim": "#b4552d",
    "diff of two nodes": "#5a7d2a",
    "page of 100, HTTP": "#6b4e9b",
}


def picture(measured: dict[str, list[Took]]) -> str:
    """Draw what 99 of 100 reads stay below (processor time) over the size of the world."""
    left, top, width, height, most = 58, 34, 430, 230, 60.0

    def x(nth: int) -> float:
        return left + width * nth / (len(SIZES) - 1)

    def y(ms: float) -> float:
        return top + height * (1 - min(ms, most) / most)

    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 320" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        "<title>Reads of a world's graph over its size</title>",
        "<desc>Processor time that 99 of 100 reads stay below, in milliseconds, in worlds of "
        "1,000 to 1,000,000 transitions: it hardly grows with the world.</desc>",
        '<rect width="680" height="320" fill="#fff"/>',
        f'<text x="{left}" y="20" fill="#333">Reads of a world\'s graph: processor time, '
        "99th percentile, ms</text>",
    ]
    for ms in range(0, int(most) + 1, 10):
        lines.append(
            f'<path d="M{left} {y(ms):.1f}H{left + width}" stroke="#ddd"/>'
            f'<text x="{left - 8}" y="{y(ms) + 4:.1f}" text-anchor="end" fill="#555">{ms}</text>'
        )
    lines += [
        f'<text x="{x(nth):.1f}" y="{top + height + 20}" text-anchor="middle" fill="#555">'
        f"{count:,}</text>"
        for nth, count in enumerate(SIZES)
    ]
    lines.append(
        f'<text x="{left + width / 2}" y="{top + height + 42}" text-anchor="middle" fill="#555">'
        "transitions in the world</text>"
        f'<path d="M{left} {y(TARGET_MS):.1f}H{left + width}" stroke="#a00" '
        'stroke-dasharray="6 4"/>'
        f'<text x="{left + width + 8}" y="{y(TARGET_MS) + 4:.1f}" fill="#a00">target: 50 ms</text>'
    )
    ends = sorted(DRAWN, key=lambda words: measured[words][-1].processor_p99)
    lowest = top + height + 16.0
    for words in ends:
        colour, took = DRAWN[words], measured[words]
        points = " ".join(f"{x(n):.1f},{y(t.processor_p99):.1f}" for n, t in enumerate(took))
        lowest = min(lowest - 16, y(took[-1].processor_p99) + 4)  # labels do not lie on each other
        lines.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<text x="{left + width + 8}" y="{lowest:.1f}" fill="{colour}">{words}: '
            f"{took[-1].processor_p99:.1f}</text>"
        )
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    measured: dict[str, list[Took]] = {}
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="storyworld-graph-") as folder:
            file = Path(folder) / "archive.db"
            started = time.perf_counter()
            growing = build(file, count)
            took_s, size_mb = time.perf_counter() - started, file.stat().st_size / 1e6
            print(f"{count:,} transitions, {len(growing.led):,} nodes: written in {took_s:.1f} s, "
                  f"{size_mb:,.0f} MB")  # fmt: skip
            app = app_over(Path(folder), file)
            engine = open_engine(f"sqlite:///{file}")
            for words, read in reads(growing, count).items():
                measured.setdefault(words, []).append(timed(partial(_in_session, engine, read)))
            engine.dispose()
            measured.setdefault("page of 100, HTTP", []).append(over_http(app, count))
    print(f"\n{'ms: p50 / p99 (processor)':26}" + "".join(f"{count:>24,}" for count in sizes))
    for words, found in measured.items():
        row = (f"{t.p50:.1f} / {t.p99:.1f} ({t.processor_p99:.1f})" for t in found)
        print(f"{words:26}" + "".join(f"{cell:>24}" for cell in row))
    if sizes == SIZES:
        PICTURE.write_text(picture(measured))


if __name__ == "__main__":
    main()
