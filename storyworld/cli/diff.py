"""``storyworld diff``: what sets two episodes apart, or two nodes of a world."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from storyworld.cli.exits import ExitCode
from storyworld.cli.presentation import FINDINGS, OUTCOMES, console
from storyworld.cli.stack import reach_to_read
from storyworld.client import StoryWorld
from storyworld.errors import InvalidField
from storyworld.records.comparison import (
    ComparedClaim,
    ComparedEpisode,
    ComparedFinding,
    EpisodeDiff,
)
from storyworld.records.fact import Fact
from storyworld.records.quantity import Quantity
from storyworld.records.verdict import OutcomeKind
from storyworld.records.world import WorldDiff
from storyworld.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

_NOTHING = "-"


def diff(before: str, after: str, *, world: str | None, as_json: bool) -> int:
    """Compare two episodes (``ep_``), or two nodes (``nd_``) of one world.

    As JSON it is a :class:`storyworld.records.comparison.EpisodeDiff` or a
    :class:`storyworld.records.world.WorldDiff`.

    Raises
    ------
    RequestError
        If they are not two of a kind, or there is no such one.
    ConfigurationError
        If there is no archive.
    """
    _check_kinds(before, after, world)
    with reach_to_read(Settings.from_environment()) as running:
        found = compared(running.client, before, after, world)
    if as_json:
        sys.stdout.write(found.canonical_json() + "\n")
    elif isinstance(found, EpisodeDiff):
        show_episodes(console(), found)
    else:
        show_nodes(console(), found)
    return ExitCode.ACHIEVED


def compared(
    client: StoryWorld, before: str, after: str, world: str | None
) -> EpisodeDiff | WorldDiff:
    """Ask for both, and hold them against each other; raises as `diff`."""
    if world is not None:
        return client.diff(world, before, after)
    return client.compare(before, after)


def _check_kinds(before: str, after: str, world: str | None) -> None:
    episodes = before.startswith("ep_") and after.startswith("ep_")
    nodes = before.startswith("nd_") and after.startswith("nd_")
    if not episodes and not nodes:
        words = f"name two episodes (ep_...) or two nodes (nd_...), not {before} and {after}"
        raise InvalidField(words, field="name")
    if nodes and world is None:
        raise InvalidField("two nodes need the world they are of (wd_...)", field="--world")
    if episodes and world is not None:
        raise InvalidField("is for two nodes; two episodes need no world", field="--world")


def show_episodes(to: "Console", found: EpisodeDiff) -> None:
    """Write both outcomes, a row for each claim, and the inputs that differ."""
    from rich.table import Table

    for name, side in (("before", found.before), ("after", found.after)):
        to.print(f"{name:<12}{_outcome(side)}")
    if found.claims:
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
        for title in ("beat", "witness", "claim", "before", "after", "margin changes by"):
            table.add_column(title, no_wrap=title != "claim", overflow="fold")
        for claim in found.claims:
            was, now = claim.before, claim.after
            change = _change(was.margin if was else None, now.margin if now else None)
            table.add_row(
                str(claim.beat + 1), str(claim.source), _stated(claim),
                _finding(was), _finding(now), change,
            )  # fmt: skip
        to.print(table)
    for parameter in found.parameters:
        both = f"{_quantity(parameter.before)} -> {_quantity(parameter.after)}"
        to.print(f"parameter   {parameter.name} (beat {parameter.beat + 1}): {both}")
    for title, fields in (("asked", found.asked), ("made", found.made)):
        for field in fields:
            both = f"{field.before or _NOTHING} -> {field.after or _NOTHING}"
            to.print(f"{title:<12}{field.field}: {both}")
    if not found.parameters and not found.asked:
        to.print("no parameter differs")


def show_nodes(to: "Console", found: WorldDiff) -> None:
    """Write which facts only one of two nodes holds, which differ, and where the ways part."""
    _facts(to, f"only {found.from_node}", found.only_from)
    _facts(to, f"only {found.to_node}", found.only_to)
    for changed in found.changed:
        sigma = "" if changed.sigma is None else f" ({changed.sigma:.1f} sigma)"
        both = f"{changed.before.quantity} -> {changed.after.quantity}{sigma}"
        to.print(f"changed     {_name(changed.before)}: {both}")
    to.print(f"in common   {found.common or 'nothing as far up as was looked'}")
    for node, side in ((found.from_node, found.from_side), (found.to_node, found.to_side)):
        to.print(f"way         {side.transitions} transitions up from {node}")
    if not (found.only_from or found.only_to or found.changed):
        to.print("no fact differs")


def _facts(to: "Console", title: str, facts: Iterable[Fact]) -> None:
    for fact in facts:
        to.print(f"{title}  {_name(fact)} = {fact.quantity}")


def _name(fact: Fact) -> str:
    return f"{fact.subject}.{fact.attribute}"


def _outcome(side: ComparedEpisode) -> str:
    shape, _, words = OUTCOMES[side.outcome]
    if side.outcome is OutcomeKind.GOAL_ABANDONED:
        words = f"{words} ({side.status})"
    sure = "" if side.confidence is None else f"  confidence {side.confidence:.3f}"
    return f"{side.episode_id}  {shape} {words}{sure}  {side.goal}"


def _stated(claim: ComparedClaim) -> str:
    """Say what was asked: of each, where it is not the same."""
    before, after = claim.asked_before, claim.asked_after
    if before is None or after is None or before.statement == after.statement:
        return claim.statement
    return f"before: {before.statement}\nafter: {after.statement}"


def _finding(found: ComparedFinding | None) -> str:
    if found is None:
        return _NOTHING
    shape, _ = FINDINGS[found.status]
    return f"{shape} {found.status}" + ("" if found.margin is None else f" {found.margin}")


def _change(before: Quantity | None, after: Quantity | None) -> str:
    """Give by how much a margin grew; nothing where there are no two of one unit."""
    if before is None or after is None or before.unit is not after.unit:
        return ""
    grown = Quantity(value=after.value - before.value, unit=before.unit)
    return f"{'+' if grown.value > 0 else ''}{grown}"


def _quantity(found: Quantity | None) -> str:
    return _NOTHING if found is None else str(found)
