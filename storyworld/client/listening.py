"""What happens, as it happens: server-sent events, come back to whenever they break off."""

import time
from collections import deque
from collections.abc import Iterable, Iterator

from storyworld.client.talking import Line
from storyworld.errors import PASSING, UnreachedError
from storyworld.records.event import Event, EventKind

_SILENT_S = 40.0
"""Every 15 s something is said, if only that nothing is new: who says nothing is not there."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.2, 5.0
_REMEMBERED = 1000


class Listening:
    """The part of :class:`storyworld.client.StoryWorld` that listens."""

    _line: Line

    def events(
        self, episode_id: str | None = None, *, after: int | None = None, patience_s: float = 60.0
    ) -> Iterator[Event]:
        """Listen: each event once, as it happens.

        Of one episode from its beginning until it has ended; otherwise of all, from now on.

        Parameters
        ----------
        after
            The number of the last event that is known already: what came after it comes first.
        patience_s
            How long there may be no answer. A stream that breaks off is taken up where it was.

        Raises
        ------
        NotFound
            If there is no such episode.
        UnreachedError
            If there was no answer for so long, or no room for another who listens.
        """
        asked = {"episode_id": episode_id} if episode_id else {}
        position = 0 if episode_id and after is None else after
        known: deque[int] = deque(maxlen=_REMEMBERED)
        answered_at, pause_s = time.monotonic(), _FIRST_PAUSE_S
        while True:
            last = {} if position is None else {"Last-Event-ID": str(position)}
            try:
                lines = self._line.lines("/events", asked, last, timeout_s=_SILENT_S)
                for reached, data in _blocks(lines, position):
                    position = reached
                    answered_at, pause_s = time.monotonic(), _FIRST_PAUSE_S
                    event = self._event(data)
                    if event is None or event.event_id in known:
                        continue
                    known.append(event.event_id)
                    yield event
                    if episode_id and event.kind == EventKind.ENDED:
                        return
            except PASSING:
                if time.monotonic() - answered_at > patience_s:
                    raise
            time.sleep(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)

    def _event(self, data: str) -> Event | None:
        from pydantic import ValidationError

        try:
            return Event.model_validate_json(data) if data else None
        except ValidationError as error:
            raise UnreachedError(f"the web application speaks another version: {error}") from error


def _blocks(lines: Iterable[str], position: int | None) -> Iterator[tuple[int | None, str]]:
    """Give, for each block of a stream, the number it may be taken up after, and its data."""
    data: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            yield position, "\n".join(data)
            data = []
        elif name == "data":
            data.append(value)
        elif name == "id" and value.isdecimal():
            position = int(value)
