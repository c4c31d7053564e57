"""Who asks, what they may do, and whose rows they see.

With `STORYWORLD_ACCESS=single` one person asks, from this machine, and may do everything. With
`keys` everybody shows a key, as `Authorization: Bearer sw_...` or once at /login; its owner's rows
are all there is, to that key: another owner's episode is answered exactly as one that is not there.

Who asks is settled before anything else is looked at; nothing but what `PUBLIC` names is answered
to a stranger. What a request may do is one scope of the table here: `read` for what asks, `write`
for what sends, or as `NEEDS` says.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address
from typing import Any, Final
from urllib.parse import urlencode

from flask import Flask, Response, current_app, g, redirect, request, session
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from storyworld import logs
from storyworld.archive import keys, owning, sessions
from storyworld.archive.engine import reading, writing
from storyworld.errors import KeyNeeded, NotAllowed
from storyworld.records.access import LOCAL, Key, Scope
from storyworld.settings import Settings
from webapp import cors
from webapp.contract import prefers_page
from webapp.database import db
from webapp.problems import of_request
from webapp.security import UNSAFE

PUBLIC: Final = frozenset(
    {
        "static",
        "console.icon",
        "diagnostics.health",
        "docs.description",
        "docs.page",
        "login.form",
        "login.enter",
    }
)
"""The endpoints that a stranger is answered at."""
NEEDS: Final[Mapping[str, tuple[Scope, ...]]] = {
    "diagnostics.state": (Scope.ADMIN,),  # of everybody's episodes
    "metrics.metrics": (Scope.ADMIN,),
    "keys.several": (Scope.READ, Scope.ADMIN),
    "keys.create": (Scope.ADMIN,),
    "keys.revoke": (Scope.WRITE, Scope.ADMIN),
    "keys.revoke_by_form": (Scope.WRITE, Scope.ADMIN),
    "login.leave": tuple(Scope),
}
"""The scopes of endpoints where the method does not say it; any one of them will do."""
SIGNED_IN: Final = "session"
"""Under which name a cookie holds the text of its session."""
_FORWARDED: Final = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-IP",
)
_CHALLENGE: Final = 'Bearer realm="StoryWorld"'
_NOTED_EVERY_S: Final = 60.0
_MOST_NOTED: Final = 10_000


@dataclass(frozen=True)
class Asker:
    """Who asks: by which key, unless it is the one person on this machine.

    `session` names the session of the console, if it is by one: that can be left.
    """

    owner: str
    scopes: tuple[Scope, ...]
    key: Key | None = None
    session: str | None = None

    def may(self, scope: Scope) -> bool:
        """Whether the asker may do what needs this scope."""
        return scope in self.scopes


_ALONE: Final = Asker(LOCAL, tuple(Scope))


class Uses:
    """Notes when keys were used: each at most once a minute, beside the request, best effort."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._noted: dict[str, float] = {}
        self._room = threading.Lock()  # held while one is written: another is noted next time
        self._writing: threading.Thread | None = None

    def note(self, engine: Engine, key_id: str) -> None:
        """Have it written that a key is used now."""
        now = self._clock()
        if now - self._noted.get(key_id, -_NOTED_EVERY_S) < _NOTED_EVERY_S:
            return
        if not self._room.acquire(blocking=False):
            return
        if len(self._noted) >= _MOST_NOTED:
            self._noted.clear()
        self._noted[key_id] = now
        self._writing = threading.Thread(target=self._write, args=(engine, key_id), daemon=True)
        self._writing.start()

    def rest(self) -> None:
        """Wait until nothing is being written."""
        if self._writing is not None:
            self._writing.join()

    def _write(self, engine: Engine, key_id: str) -> None:
        try:
            with writing(engine) as of_ours:
                keys.used(of_ours, key_id, datetime.now(UTC))
        except SQLAlchemyError:
            self._noted.pop(key_id, None)
        finally:
            self._room.release()


def init_app(app: Flask, settings: Settings) -> None:
    """Have every request say who asks, before it is looked at further.

    Raises
    ------
    ConfigurationError
        If others than this machine are to be served without keys.
    """
    settings.require_keys_off_loopback()
    app.extensions["storyworld.uses"] = Uses()
    app.url_value_preprocessor(_admit)
    app.before_request(_refuse_what_is_others)
    app.jinja_env.globals["asking"] = asking
    app.register_error_handler(KeyNeeded, _of_stranger)
    app.register_error_handler(NotAllowed, _of_scope)


def asking() -> Asker | None:
    """Give who asks; None for a stranger, who is answered at `PUBLIC` addresses only."""
    asker: Asker | None = g.get("asker")
    return asker


def owner() -> str:
    """Give the owner of all that this request makes; it sees nobody else's."""
    asker = asking()
    if asker is None:
        raise KeyNeeded("this address was answered to a stranger, who has no rows")
    return asker.owner


def needed(endpoint: str | None, method: str) -> tuple[Scope, ...]:
    """Give the scopes of which a request needs one; none where strangers are answered."""
    if endpoint in PUBLIC:
        return ()
    by_method = (Scope.WRITE,) if method in UNSAFE else (Scope.READ,)
    return NEEDS.get(endpoint or "", by_method)


def _admit(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    settings: Settings = current_app.extensions["storyworld"]
    g.asker = None
    if not settings.keyed:
        _refuse_elsewhere()
        g.asker = _ALONE
    if cors.preflight():  # a browser asks before it sends a key; webapp.cors answers
        return
    scopes = needed(endpoint, request.method)
    if not scopes:
        return
    g.asker = _by_header() or g.asker or _by_session()
    asker = asking()
    if asker is None:
        raise KeyNeeded(
            "say who asks: send `Authorization: Bearer sw_...` with a key of yours, set "
            "STORYWORLD_API_KEY for the command line, or sign in at /login; whoever runs this "
            "StoryWorld makes keys with `storyworld keys create`"
        )
    if asker.key is not None:
        logs.bind(key=asker.key.key_id)
        uses: Uses = current_app.extensions["storyworld.uses"]
        uses.note(db.engine, asker.key.key_id)
    if not any(map(asker.may, scopes)):
        named = " or ".join(f"`{scope}`" for scope in scopes)
        raise NotAllowed(
            f"this needs a key with the scope {named}; this one has "
            f"{', '.join(asker.scopes)}: ask for another key",
            scope=" ".join(scopes),
        )


def _refuse_elsewhere() -> None:
    """Answer this machine only: whoever else gets here came by a mistake of set-up."""
    try:
        found = ip_address(request.remote_addr or "")
    except ValueError:
        found = None
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    if found is None or not found.is_loopback:
        raise NotAllowed(
            "this StoryWorld serves one person, on its own machine: set STORYWORLD_ACCESS=keys to "
            "serve others, who then ask with keys"
        )
    if any(name in request.headers for name in _FORWARDED):
        raise NotAllowed(
            "this StoryWorld serves one person, on its own machine, and a proxy sends this: set "
            "STORYWORLD_ACCESS=keys to serve others, who then ask with keys"
        )


def _by_header() -> Asker | None:
    given = request.headers.get("Authorization")
    if given is None:
        return None
    kind, _, text = given.strip().partition(" ")
    if kind.lower() != "bearer":
        raise KeyNeeded("only `Authorization: Bearer sw_...` is understood", refused=True)
    with reading(db.engine) as of_ours:
        key = keys.by_text(of_ours, text.strip())
    if key is None:
        raise KeyNeeded(
            "this key lets nobody in: it is unknown, revoked or expired; `storyworld keys list` "
            "shows those there are",
            refused=True,
        )
    return Asker(key.owner, key.scopes, key)


def _by_session() -> Asker | None:
    text = session.get(SIGNED_IN)
    if text is None:
        return None
    with reading(db.engine) as of_ours:
        key = sessions.key_of(of_ours, str(text))
    if key is None:  # left, expired, or its key revoked or expired since
        session.clear()
        return None
    return Asker(key.owner, key.scopes, key, session=sessions.name_of(str(text)))


def _refuse_what_is_others() -> None:
    """Answer whatever names an episode or world of somebody else's as if it were not there."""
    named = request.view_args or {}
    episode_id, world_id = named.get("episode_id"), named.get("world_id")
    if episode_id is None and world_id is None:
        return
    # a session of its own: that of the request takes its snapshot when the view first asks
    with reading(db.engine) as of_ours:
        if episode_id is not None:
            owning.require_episode(of_ours, episode_id, owner())
        if world_id is not None:
            owning.require_world(of_ours, world_id, owner())


def _of_stranger(error: KeyNeeded) -> Response:
    """Send a person to where they sign in, and tell a program what is missing."""
    if not error.refused and request.method in {"GET", "HEAD"} and prefers_page():
        there = request.full_path if request.query_string else request.path
        return current_app.make_response(redirect(f"/login?{urlencode({'next': there})}", 303))
    said = _CHALLENGE + (', error="invalid_token"' if error.refused else "")
    return of_request(error, headers={"WWW-Authenticate": said})


def _of_scope(error: NotAllowed) -> Response:
    if error.scope is None:
        return of_request(error)
    said = f'{_CHALLENGE}, error="insufficient_scope", scope="{error.scope}"'
    return of_request(error, headers={"WWW-Authenticate": said})
