"""``storyworld result``, ``list``, ``cancel`` and ``open``: the episodes there are."""

import contextlib
import sys
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from storyworld.cli.exits import ExitCode, of_outcome, say
from storyworld.cli.presentation import OUTCOMES, console, show_reasons, show_result
from storyworld.cli.run import write_document
from storyworld.cli.sparklines import show_series
from storyworld.cli.stack import Running, reach_to_read, require_standing
from storyworld.client import StoryWorld
from storyworld.errors import InvalidField
from storyworld.records.episode import EpisodeSummary, RunStatus
from storyworld.records.frozen import Record
from storyworld.records.verdict import OutcomeKind
from storyworld.settings import Settings

if TYPE_CHECKING:
    from enum import StrEnum

    from rich.console import Console

    Choice = TypeVar("Choice", bound=StrEnum)

MOST_LISTED = 10_000
_GOAL_CHARACTERS = 72


class Listed(Record):
    """What ``storyworld list --json`` writes."""

    episodes: tuple[EpisodeSummary, ...]


class Page(Record):
    """What ``storyworld open --json`` writes."""

    episode_id: str
    page: str


def result(episode_id: str, *, as_json: bool) -> int:
    """Show an episode's outcome again, with what was measured; exit code as of ``run``.

    Raises
    ------
    RequestError
        If there is no such episode.
    ConfigurationError
        If there is no archive.
    """
    _check_name(episode_id)
    with reach_to_read(Settings.from_environment()) as running:
        return tell_result(running, episode_id, as_json=as_json)


def tell_result(running: Running, episode_id: str, *, as_json: bool) -> int:
    """Ask for the outcome and write it; raises as `result`."""
    client = running.client
    found, summary = client.result(episode_id), client.summary(episode_id)
    if as_json:
        write_document(episode_id, found, summary)
    else:
        to = console()
        to.print(f"goal        {summary.goal.text}")
        show_result(to, found)
        beats = client.beats(episode_id)
        show_reasons(to, beats)
        show_series(to, beats)
        if running.lasting:
            to.print(f"page        {_page(client, episode_id)}")
    if not summary.state.terminal:
        say(f"{episode_id} has not ended: it is {summary.status}")
        return ExitCode.TIMEOUT
    return of_outcome(found.outcome, found.status)


def listing(
    *, status: str | None, outcome: str | None, search: str | None, limit: int, as_json: bool
) -> int:
    """List episodes, newest first.

    Raises
    ------
    InvalidField
        If a filter is no such word.
    ConfigurationError
        If there is no archive.
    """
    if not 1 <= limit <= MOST_LISTED:
        raise InvalidField(f"must be between 1 and {MOST_LISTED}", field="--limit")
    wanted = _choice(RunStatus, status, "--status"), _choice(OutcomeKind, outcome, "--outcome")
    with reach_to_read(Settings.from_environment()) as running:
        found = running.client.episodes(
            status=wanted[0], outcome=wanted[1], search=search, page=min(limit, 100)
        )
        episodes = tuple(islice(found, limit))
    if as_json:
        sys.stdout.write(Listed(episodes=episodes).canonical_json() + "\n")
    else:
        show_list(console(), episodes)
    return ExitCode.ACHIEVED


def show_list(to: "Console", episodes: tuple[EpisodeSummary, ...]) -> None:
    """Write a row for each episode: name, begin, outcome, confidence, cost and goal."""
    from rich.table import Table
    from rich.text import Text

    if not episodes:
        to.print("no simulation is like that")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
    for title in ("episode", "begun (UTC)", "outcome", "sure", "cost", "goal"):
        table.add_column(title, no_wrap=True, overflow="ignore" if title == "goal" else "fold")
    for episode in episodes:
        shape, colour, words = _look(episode)
        table.add_row(
            episode.episode_id,
            _instant(episode.created_at),
            Text(f"{shape} {words}", style=colour),
            "" if episode.confidence is None else f"{episode.confidence:.3f}",
            f"{'' if episode.cost_complete else '>= '}${episode.cost_usd:.2f}",
            _shortened(" ".join(episode.goal.text.split())),
        )
    to.print(table)


def cancel(episode_id: str, *, as_json: bool) -> int:
    """End an episode by hand.

    Raises
    ------
    RequestError
        If there is no such episode, or it has already ended.
    ConfigurationError
        If there is no archive.
    """
    _check_name(episode_id)
    with reach_to_read(Settings.from_environment()) as running:
        stopped = running.client.terminate(episode_id)
    if as_json:
        sys.stdout.write(stopped.canonical_json() + "\n")
    else:
        console().print(f"{stopped.episode_id}  {' '.join(_look(stopped)[::2])}")
    return ExitCode.ACHIEVED


def open_page(episode_id: str, *, as_json: bool) -> int:
    """Give the address of an episode's page; on a terminal, open it in a browser, too.

    Raises
    ------
    RequestError
        If there is no such episode.
    ConfigurationError
        If no StoryWorld runs that would show it.
    """
    _check_name(episode_id)
    with require_standing(Settings.from_environment()) as client:
        episode = client.summary(episode_id).episode_id
        page = Page(episode_id=episode, page=_page(client, episode))
    if as_json:
        sys.stdout.write(page.canonical_json() + "\n")
        return ExitCode.ACHIEVED
    sys.stdout.write(page.page + "\n")
    if sys.stdout.isatty():
        import webbrowser

        with contextlib.suppress(webbrowser.Error):  # the address stands there
            webbrowser.open(page.page)
    return ExitCode.ACHIEVED


def _page(client: StoryWorld, episode_id: str) -> str:
    return f"{client.url}/simulations/{episode_id}"


def _check_name(episode_id: str) -> None:
    if not episode_id.startswith("ep_") or not episode_id[3:].isalnum():
        raise InvalidField("name an episode (ep_...): `storyworld list` shows them", field="name")


def _choice(kind: "type[Choice]", word: str | None, flag: str) -> "Choice | None":
    if word is None:
        return None
    try:
        return kind(word)
    except ValueError as error:
        raise InvalidField(f"is one of {', '.join(kind)}", field=flag) from error


def _look(episode: EpisodeSummary) -> tuple[str, str, str]:
    """Give what an episode is known by: its outcome, or that it waits, or how its run ended."""
    shape, colour, words = OUTCOMES[episode.outcome]
    if episode.status in (RunStatus.FAILED, RunStatus.QUEUED, RunStatus.CANCELED):
        words = str(episode.status)
    return shape, colour, words


def _instant(then: datetime) -> str:
    from datetime import UTC

    return then.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def _shortened(text: str) -> str:
    return text if len(text) <= _GOAL_CHARACTERS else text[: _GOAL_CHARACTERS - 1] + "…"
