"""The crate of an episode of ten beats: time to write it, verify it, replay it and tell it.

Run with ``make bench`` or ``python benchmarks/crate.py``. Times are wall-clock of this machine.
Each beat is filmed once and looked at by three observers, each with a series of 300 samples, and
films of 1 MiB are taken along.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storyworld.evidence_export.crate import crate_bytes, write_crate
from storyworld.evidence_export.prov import prov_json
from storyworld.evidence_export.report import report
from storyworld.evidence_export.verifying import examine, examine_crate
from storyworld.ports import Planner
from storyworld.records.account import Account
from storyworld.records.goal import Goal, Intent
from tests.evidence_export.walking import TWO, walker

BEATS = 10
SAMPLES, OBSERVERS, TRIES = 300, 3, 30
FILM = b"\x5a" * 2**20


class Repeating:
    """A planner that reads a goal of two beats, and has them walked again and again."""

    def __init__(self, planner: Planner) -> None:
        self._planner, self.agent = planner, planner.agent

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """Read the two beats as often as it takes."""
        intents = self._planner.read(goal)
        return intents * (BEATS // len(intents))


def walked(folder: Path) -> tuple[Account, dict[str, Path]]:
    """Walk an episode of ten beats; its films are filled up to their size."""
    with walker(folder, observers=OBSERVERS) as by:
        for each in by.observers:
            each.samples = SAMPLES
        by.here = replace(by.here, planner=Repeating(by.here.planner))
        by.film_bytes = FILM
        account = by.account(by.walk(Goal(text=TWO)))
        return account, by.films(account)


def timed(what: str, work: Callable[[], object]) -> None:
    work()
    times = []
    for _ in range(TRIES):
        started = time.perf_counter()
        work()
        times.append(1e3 * (time.perf_counter() - started))
    times.sort()
    print(f"{what:<28} median {statistics.median(times):7.1f} ms, "
          f"p99 {times[int(0.99 * len(times))]:7.1f} ms")  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        account, films = walked(Path(home))
        assert len(account.beats) == len(account.walks) == BEATS, account.run
        path, bare = Path(home) / "crate.zip", Path(home) / "bare.zip"
        write_crate(account, path, films=films)
        bare.write_bytes(crate_bytes(account))
        assert examine_crate(path).differences == ()
        sizes = f"{path.stat().st_size / 1e6:.1f} MB, {bare.stat().st_size / 1e3:.0f} kB without"
        print(f"{BEATS} beats, {len(account.links)} links, {len(films)} films: crate {sizes} them")
        timed("write, with films", lambda: write_crate(account, path, films=films))
        timed("write, without", lambda: crate_bytes(account))
        timed("verify, with films", lambda: examine_crate(path))
        timed("verify, without", lambda: examine_crate(bare))
        timed("replay", lambda: examine(account))
        timed("PROV", lambda: prov_json(account))
        timed("report", lambda: report(account))


if __name__ == "__main__":
    main()
