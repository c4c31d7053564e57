"""Is a confidence of 0.97 right 97 times of 100? Tables and pictures of docs/confidence.md.

``python benchmarks/confidence.py`` takes a minute or two on one core and writes
docs/images/risk-coverage.svg and docs/images/confidence-reliability.svg. Everything is drawn from
the seed, so that it gives the same figures again. ``--seed 1`` is the seed that was looked at while
policy was chosen; the default was looked at when nothing was changed any more.
"""

import argparse
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from storyworld.epistemics.calibration import equal_mass, score
from tests.epistemics.calibrating import (
    Point,
    area,
    baselines,
    better_by,
    by,
    pairs,
    risk_coverage,
    wilson,
)
from tests.epistemics.worlds import Faults, Trial, trials

HELD_OUT = 20261127
DRAWN, FILMED, OF_EACH_SHARE = 2400, 420, 600
SHARES = (0.0, 0.02, 0.05, 0.10, 0.20)
WRONG = {
    "mistaken": "a premise is mistaken",
    "unfaithful": "the film is of another outcome",
    "away": "the observer is away",
    "boastful": "half of the uncertainty is stated",
}
IMAGES = Path(__file__).parents[1] / "docs" / "images"
Bins = Sequence[tuple[float, int, int]]


def score_table(parts: Iterable[tuple[str, Sequence[Trial]]]) -> None:
    print("\n| worlds | | decided | right | mean confidence | Brier | log loss | ECE |")
    print("|---|---|---|---|---|---|---|---|")
    for name, some in parts:
        told = pairs(some)
        if not told:
            continue
        found = score(told)
        right = sum(so for _, so in told) / len(told)
        said = sum(p for p, _ in told) / len(told)
        print(f"| {name} | {len(some)} | {len(told)} | {right:.1%} | {said:.1%} | "
              f"{found.brier.words} | {found.log_loss.words} | {found.ece.words} |")  # fmt: skip


def wrong_with(some: Sequence[Trial]) -> Iterable[tuple[str, Sequence[Trial]]]:
    """Part trials by what went wrong; one with two faults is in both parts."""
    yield "nothing went wrong", [t for t in some if not t.faults]
    for fault, words in WRONG.items():
        yield words, [t for t in some if fault in t.faults]
    yield "solver and film conflict", [t for t in some if t.judgement.conflicts]


def baseline_table(some: Sequence[Trial]) -> None:
    print("\n| who says how sure | Brier | log loss | ECE | confidence is better by (Brier) |")
    print("|---|---|---|---|---|")
    ours = pairs(some)
    for name, told in {"**confidence**": ours, **baselines(some)}.items():
        found = score(told, intervals=False)
        gained = "" if told is ours else "{:.4f} [{:.4f}, {:.4f}]".format(*better_by(ours, told))
        print(f"| {name} | {found.brier.value:.4f} | {found.log_loss.value:.3f} | "
              f"{found.ece.value:.3f} | {gained} |")  # fmt: skip


def bin_table(some: Sequence[Trial]) -> Bins:
    """Print bins of equal mass; give of each its mean confidence, how many were right, of all."""
    print("\n| confidence | verdicts | mean | right | 95 % interval |")
    print("|---|---|---|---|---|")
    inside = sorted(pairs(some))
    found = []
    for cut in equal_mass(inside):
        told = inside[cut]
        mean, right = sum(p for p, _ in told) / len(told), sum(so for _, so in told)
        low, high = wilson(right, len(told))
        found.append((mean, right, len(told)))
        print(f"| {told[0][0]:.3f} to {told[-1][0]:.3f} | {len(told)} | {mean:.3f} | "
              f"{right / len(told):.3f} | {low:.3f} to {high:.3f} |")  # fmt: skip
    return found


def share_table(seed: int) -> None:
    print("\n| mistaken premises, and as many films of another outcome | right | "
          "mean confidence | Brier | ECE | Brier of the solver's margin alone |")  # fmt: skip
    print("|---|---|---|---|---|---|")
    for share in SHARES:
        some = list(trials(OF_EACH_SHARE, seed, Faults(mistaken=share, unfaithful=share)))
        told = pairs(some)
        found, alone = score(told), score(baselines(some)["the solver's margin alone"])
        print(f"| {share:.0%} | {sum(so for _, so in told) / len(told):.1%} | "
              f"{sum(p for p, _ in told) / len(told):.1%} | {found.brier.words} | "
              f"{found.ece.words} | {alone.brier.value:.3f} |")  # fmt: skip


# ---- pictures ----------------------------------------------------------------------------------

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 66, 28, 16, 46
STYLE = """<style>
  text { font: 13px system-ui, sans-serif; fill: #333; }
  .rule { stroke: #ddd; } .line { fill: none; stroke-width: 2; }
  .a { stroke: #0b62a4; } .b { stroke: #b34700; } .c { stroke: #777; } .d { stroke: #2e7d32; }
  .b { stroke-dasharray: 7 3; } .c { stroke-dasharray: 2 4; } .d { stroke-dasharray: 10 3 2 3; }
  circle { fill: #0b62a4; } circle.hollow { fill: none; stroke: #b34700; stroke-width: 2; }
  .b.bar { stroke-dasharray: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd; } .rule { stroke: #444; }
    .a { stroke: #6db8f2; } .b { stroke: #ffa764; } .c { stroke: #aaa; } .d { stroke: #7fd085; }
    circle { fill: #6db8f2; } circle.hollow { stroke: #ffa764; }
  }
</style>"""


def across(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def up(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def picture(title: str, below: str, beside: str, marks: Iterable[str]) -> str:
    middle = (HEIGHT - BOTTOM + TOP) / 2
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{title}</title>", STYLE, *marks,
        f'<text x="{across(0.5):.0f}" y="{HEIGHT - 8}" text-anchor="middle">{below}</text>',
        f'<text transform="translate(14 {middle:.0f}) rotate(-90)" text-anchor="middle">{beside}'
        "</text>", "</svg>\n",
    ))  # fmt: skip


def ruled(at: Iterable[tuple[float, str]], *, upright: bool) -> Iterable[str]:
    """Draw rules with their words: upright ones along the bottom, level ones along the side."""
    for share, words in at:
        if upright:
            x = f"{across(share):.1f}"
            yield f'<line class="rule" x1="{x}" x2="{x}" y1="{up(0):.1f}" y2="{up(1):.1f}"/>'
            yield f'<text x="{x}" y="{up(0) + 18:.1f}" text-anchor="middle">{words}</text>'
        else:
            y = up(share)
            yield (f'<line class="rule" x1="{across(0):.1f}" x2="{across(1):.1f}" y1="{y:.1f}" '
                   f'y2="{y:.1f}"/>')  # fmt: skip
            yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{words}</text>'


def key(rows: Sequence[tuple[str, str]], x: float, y: float) -> Iterable[str]:
    for place, (style, words) in enumerate(rows):
        at = y + 20 * place
        yield f'<line class="line {style}" x1="{x}" x2="{x + 34}" y1="{at}" y2="{at}"/>'
        yield f'<text x="{x + 42}" y="{at + 4}">{words}</text>'


def risk_picture(drawn: Sequence[Trial], filmed: Sequence[Trial]) -> str:
    mine = risk_coverage(drawn)
    reached, risk = mine[-1]
    curves: dict[str, tuple[str, Sequence[Point]]] = {
        "a": ("confidence", mine),
        "b": ("solver's margin alone", risk_coverage(drawn, lambda t: t.alone)),
        "c": ("by chance", [(0.0, risk), (reached, risk)]),
        "d": ("confidence, on films", risk_coverage(filmed)),
    }
    top = 1.6 * max(r for _, points in curves.values() for _, r in points)
    marks = [
        *ruled(((c, f"{100 * c:.0f} %") for c in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)), upright=True),
        *ruled(
            ((r / 100 / top, f"{r} %") for r in range(math.floor(100 * top) + 1)), upright=False
        ),
    ]
    for style, (_, points) in curves.items():
        whole = [(0.0, points[0][1]), *points]
        line = " ".join(f"{across(c):.1f},{up(r / top):.1f}" for c, r in whole)
        marks.append(f'<polyline class="line {style}" points="{line}"/>')
    words = [(style, f"{name}: mean risk {area(p):.2%}") for style, (name, p) in curves.items()]
    marks += key(words, across(0.03), up(0.96))
    return picture("Risk by coverage", "goals that get a verdict", "verdicts that are wrong", marks)


ODDS_TICKS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)


def by_odds(p: float) -> float:
    """Place a probability on a scale of log-odds from 0.4 to 0.9995."""
    low, high = (math.log(x / (1.0 - x)) for x in (0.4, 0.9995))
    kept = min(max(p, 0.4), 0.9995)
    return (math.log(kept / (1.0 - kept)) - low) / (high - low)


def reliability_picture(drawn: Bins, filmed: Bins) -> str:
    ticks = [(by_odds(p), f"{p:g}") for p in ODDS_TICKS]
    marks = [*ruled(ticks, upright=True), *ruled(ticks, upright=False)]
    marks.append(f'<line class="line c" x1="{across(0):.1f}" y1="{up(0):.1f}" x2="{across(1):.1f}" '
                 f'y2="{up(1):.1f}"/>')  # fmt: skip
    for style, bins, aside in (("a", drawn, 0.0), ("b", filmed, 5.0)):
        for mean, right, of in bins:
            x, (low, high) = across(by_odds(mean)) + aside, wilson(right, of)
            marks.append(f'<line class="line bar {style}" x1="{x:.1f}" x2="{x:.1f}" '
                         f'y1="{up(by_odds(low)):.1f}" y2="{up(by_odds(high)):.1f}"/>')  # fmt: skip
            dot = "" if style == "a" else ' class="hollow"'
            marks.append(f'<circle{dot} cx="{x:.1f}" cy="{up(by_odds(right / of)):.1f}" r="4.5"/>')
    words = (("a", "measured numbers drawn"), ("b bar", "films"), ("c", "as sure as right"))
    marks += key(words, across(0.03), up(0.96))
    return picture(
        "Confidence and share that is right",
        "confidence, in bins of equally many (scale of odds)",
        "share of verdicts that are right",
        marks,
    )


def main() -> None:
    asked = argparse.ArgumentParser(description="Score confidences against known truth.")
    asked.add_argument("--seed", type=int, default=HELD_OUT)
    asked.add_argument("--no-pictures", action="store_true")
    chosen = asked.parse_args()
    drawn = list(trials(DRAWN, chosen.seed, Faults()))
    filmed = list(trials(FILMED, chosen.seed, Faults(), films=True))
    for name, some in (("Measured numbers drawn", drawn), ("Films", filmed)):
        print(f"\n## {name}")
        open_, of = sum(not t.decided for t in some), len(some)
        print(f"\n{of} worlds; {open_} left open ({open_ / of:.0%}).")
        score_table([("all", some), *by(some, lambda t: t.asking)])
        baseline_table(some)
        score_table(wrong_with(some))
        score_table(by(some, lambda t: t.family))
    print("\n## Bins: drawn, then films")
    bins = bin_table(drawn), bin_table(filmed)
    print("\n## As often as things go wrong")
    share_table(chosen.seed)
    if not chosen.no_pictures:
        (IMAGES / "risk-coverage.svg").write_text(risk_picture(drawn, filmed))
        (IMAGES / "confidence-reliability.svg").write_text(reliability_picture(*bins))


if __name__ == "__main__":
    main()
