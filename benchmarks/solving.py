"""Reading and solving: time per goal, and ``storyworld solve --jsonl`` on 200 goals.

Run with ``make bench`` or ``python benchmarks/solving.py``. Times are wall-clock of this machine.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.stages.plan import plan
from tests.goals import mechanics_a, mechanics_b

GOALS = 200


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


def main() -> None:
    times = sorted(each())
    print(f"reading + solving, {len(times)} goals: median {statistics.median(times):.2f} ms, "
          f"p90 {times[int(0.9 * len(times))]:.2f} ms, longest {times[-1]:.2f} ms")  # fmt: skip
    numbered = list(enumerate(texts()))
    start_s = min(command(numbered[:1]) for _ in range(3))
    whole_s = min(command(numbered) for _ in range(3))
    print(f"solve --jsonl on {len(numbered)} goals: {whole_s:.2f} s, of which start-up and the "
          f"first goal {start_s:.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
