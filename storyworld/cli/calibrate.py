"""``storyworld calibrate``: how right the observers were, read from the archive."""

import sys
from typing import TYPE_CHECKING

from storyworld.cli.exits import ExitCode
from storyworld.cli.presentation import console
from storyworld.records.calibration import Calibration, Label, ObserverCalibration
from storyworld.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def calibrate(*, as_json: bool) -> int:
    """Read counts and scores of the observers; show them.

    Raises
    ------
    ConfigurationError
        If there is no archive yet, or it cannot be read.
    """
    found = _read(Settings.from_environment())
    if as_json:
        sys.stdout.write(found.canonical_json() + "\n")
    else:
        show(console(), found)
    return ExitCode.ACHIEVED


def _read(settings: Settings) -> Calibration:
    from storyworld.archive.calibration import calibration
    from storyworld.archive.engine import reading
    from storyworld.cli.archive import the_archive

    with the_archive(settings) as engine, reading(engine) as session:
        return calibration(session, owner=None)  # of the archive: its operator asks


def show(to: "Console", found: Calibration) -> None:
    """Write one block per observer: what it said, against what people say, and its scores."""
    to.print(f"films labelled  {found.films} ({found.labels} labels)")
    if found.disputed:
        to.print(f"disputed        {found.disputed}: people disagree about them")
    if found.left_out:
        to.print(f"left out        {found.left_out}: only the newest are read")
    if not found.observers:
        to.print("no film has been observed yet")
    for one in found.observers:
        to.print()
        _show_observer(to, one, found.fewest_for_intervals)


def _show_observer(to: "Console", one: ObserverCalibration, fewest: int) -> None:
    to.print(one.observer + (f" ({one.model})" if one.model else ""), style="bold")
    kinds = ", ".join(f"{kind} {count}" for kind, count in one.availability if count)
    to.print(f"  {one.observations} observations: {kinds}")
    table = _table("verdict", "given", *(f"people: {label}" for label in Label))
    for place, (verdict, count) in enumerate(one.verdicts):
        row = one.confusion[place] if one.confusion else None
        cells = (str(getattr(row, label)) if row else "-" for label in Label)
        table.add_row(str(verdict), str(count), *cells)
    to.print(table)
    if one.scores is None:
        to.print("  no film it looked at has a label that can be scored", style="dim")
        return
    table = _table(f"valid? {one.scored} films", "Brier score", "log loss", "ECE")
    for name, scores in ((one.observer, one.scores), *((b.name, b.scores) for b in one.baselines)):
        table.add_row(
            name.replace("_", " "), scores.brier.words, scores.log_loss.words, scores.ece.words
        )
    to.print(table)
    words = one.scored - one.by_numbers
    to.print(
        f"  {one.by_numbers} from its numbers, {words} from its verdict; 0 is best", style="dim"
    )
    if one.scored < fewest:
        to.print(f"  fewer than {fewest} films: read nothing into the difference", style="dim")


def _table(first: str, *numbers: str) -> "Table":
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 2), show_header=True, header_style="dim")
    table.add_column(first)
    for title in numbers:
        table.add_column(title, justify="right", no_wrap=True)
    return table
