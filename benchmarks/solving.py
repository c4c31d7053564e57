"""Reading and solving: time per goal, and ``storyworld solve --jsonl`` on 200 goals.

Run with ``make bench`` or ``python benchmarks/solving.py``. Times are wall-clock of this machine.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storyworld.physics.families import FAMILIES
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.stages.plan import plan
from tests.goals import mechanics_a, mechanics_b

GOALS = 200
SPICE = (
    "5 m ", "20 m/s ", "3 kg ", "0.6 ", "45 deg ", "2 s ", "100 N ", "1 kW ", "20 °C ", "and then ",
    "; ", ". ", ", ", "not ", "without ", "at least ", "(e = 0.5) ", "1e999 ", "1 ", "hundred ",
    "2 kg cart at 3 m/s hits a 1 kg cart then ", "thrown at 5 m/s over a 3 m wall 4 m away ",
    "and sings ", "-1", "does not ",
)  # fmt: skip


def texts() -> list[str]:
    cases = (*mechanics_a.CASES, *mechanics_b.CASES)
    return [case.text for case in cases][:GOALS]


def each() -> list[float]:
    planner = RulesPlanner()
    chosen = texts()
    for text in chosen[:20]:
        plan(Goal(text=text), planner=planner)
    times = []
    for text in chosen:
        started = time.perf_counter()
        plan(Goal(text=text), planner=planner)
        times.append(1e3 * (time.perf_counter() - started))
    return times


def command(lines: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        goals = Path(folder) / "goals.jsonl"
        goals.write_text("".join(json.dumps({"id": i, "goal": t}) + "\n" for i, t in lines))
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "storyworld.cli", "solve", "--jsonl", str(goals)],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - started


def salads(count: int) -> list[str]:
    """Make texts of 2,000 characters from everything a reader looks for, thrown together."""
    words = sorted({word for f in FAMILIES for phrase in f.phrases() for word in phrase.split()})
    chance = random.Random(1)
    made = []
    for _ in range(count):
        pieces: list[str] = []
        while sum(map(len, pieces)) + len(pieces) < 2000:
            pieces.append(chance.choice(words if chance.random() < 0.7 else SPICE))
        made.append(" ".join(pieces)[:2000].strip())
    return made


def longest_texts() -> list[float]:
    planner = RulesPlanner()
    times = []
    for text in (*salads(100), *((piece * 2000)[:2000].strip() for piece in SPICE)):
        best = float("inf")
        for _ in range(3):
            started = time.perf_counter()
            plan(Goal(text=text), planner=planner)
            best = min(best, 1e3 * (time.perf_counter() - started))
        times.append(best)
    return sorted(times)


def main() -> None:
    times = sorted(each())
    print(f"reading + solving, {len(times)} goals: median {statistics.median(times):.2f} ms, "
          f"p90 {times[int(0.9 * len(times))]:.2f} ms, longest {times[-1]:.2f} ms")  # fmt: skip
    long = longest_texts()
    print(f"hostile texts of 2,000 characters: median {statistics.median(long):.1f} ms, "
          f"longest {long[-1]:.1f} ms")  # fmt: skip
    numbered = list(enumerate(texts()))
    start_s = min(command(numbered[:1]) for _ in range(3))
    whole_s = min(command(numbered) for _ in range(3))
    print(f"solve --jsonl on {len(numbered)} goals: {whole_s:.2f} s, of which start-up and the "
          f"first goal {start_s:.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
