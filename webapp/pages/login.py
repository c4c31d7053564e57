"""/login and /logout: the console, for whoever holds a key.

The key is posted once and looked up; the cookie then holds a random text that names the session. A
key that is revoked or expires ends every session of its own at the next request, and so does
leaving for this one, whoever else has its cookie. Sessions end by themselves after `SESSION_HOURS`
of :mod:`webapp.security`.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    session,
)

from storyworld.archive import keys, sessions
from storyworld.archive.engine import reading, writing
from storyworld.errors import TooMuch
from storyworld.settings import Settings
from webapp.access import SIGNED_IN
from webapp.database import db
from webapp.security import SESSION_HOURS, form_token

blueprint = Blueprint("login", __name__)
TRIES: Final = 10
WITHIN_S: Final = 60.0
REFUSED: Final = "This key lets nobody in: it is unknown, revoked or expired."
_MOST_ADDRESSES: Final = 1000
_LONGEST_ADDRESS: Final = 2000


class Failures:
    """Counts failed tries by address: `TRIES` within `WITHIN_S`, and then none for that long."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._since: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def wait_s(self, address: str) -> int:
        """Tell for how many seconds who fails there is turned away; 0 for not at all."""
        with self._lock:
            begun, count = self._since.get(address, (0.0, 0))
            left_s = begun + WITHIN_S - self._clock()
        return 0 if count < TRIES or left_s <= 0 else max(1, round(left_s))

    def count(self, address: str) -> None:
        """Count one more; of very many addresses, those that failed longest ago are forgotten."""
        with self._lock:
            now = self._clock()
            begun, count = self._since.pop(address, (now, 0))
            again = (now, 1) if now - begun >= WITHIN_S else (begun, count + 1)
            self._since[address] = again
            while len(self._since) > _MOST_ADDRESSES:
                self._since.popitem(last=False)


def init_app(app: Flask) -> None:
    """Give the app its memory of tries that failed."""
    app.extensions["storyworld.failures"] = Failures()


@blueprint.get("/login")
def form() -> str | Response:
    """Ask for a key; nobody is asked on a machine of one's own."""
    settings: Settings = current_app.extensions["storyworld"]
    there = own_path(request.args.get("next", ""))
    if not settings.keyed:
        return _see(there)
    return _form(there)


@blueprint.post("/login")
def enter() -> Response:
    """Begin a session for whoever shows a key, and go on to where they were going."""
    settings: Settings = current_app.extensions["storyworld"]
    there = own_path(request.form.get("next", ""))
    if not settings.keyed:
        return _see(there)
    with reading(db.engine) as of_ours:
        key = keys.by_text(of_ours, request.form.get("key", "").strip())
    if key is None:
        return _refused(there)
    _end()
    with writing(db.engine) as of_ours:
        lasts = timedelta(hours=SESSION_HOURS)
        session[SIGNED_IN] = sessions.begin(of_ours, key.key_id, lasts=lasts)
    form_token()  # now: a page that added it later would begin the twelve hours anew
    return _see(there)


def _refused(there: str) -> Response:
    """Let nobody in; after many failures from an address without the form, for a while.

    A right key is let in all the same: behind a proxy all come from one address, and whoever fails
    on purpose there would lock out everybody else. None is found by trying: it has 256 bits.
    """
    failures: Failures = current_app.extensions["storyworld.failures"]
    address = request.remote_addr or ""
    if wait_s := failures.wait_s(address):
        raise TooMuch(
            f"too many wrong keys were tried from here: wait {wait_s} seconds, then go back to "
            "/login",
            retry_after_s=wait_s,
        )
    failures.count(address)
    return current_app.response_class(_form(there, REFUSED), 401, mimetype="text/html")


@blueprint.post("/logout")
def leave() -> Response:
    """End the session of this browser; others of the same key go on."""
    _end()
    left = _see("/login")
    left.headers["Clear-Site-Data"] = '"cache"'  # or whoever goes back sees what was shown
    return left


def _end() -> None:
    """End the session that there is, and forget all of it, its form token too."""
    if (text := session.get(SIGNED_IN)) is not None:
        with writing(db.engine) as of_ours:
            sessions.end(of_ours, str(text))
    session.clear()


def own_path(given: str) -> str:
    r"""Give an address of this server that a browser may be sent to: a path, or else the console.

    Browsers read ``//host``, ``/\host`` and ``/<tab>/host`` as another server.
    """
    plain = given.isascii() and given.isprintable() and "\\" not in given
    ours = given.startswith("/") and not given.startswith("//")
    return given if plain and ours and len(given) <= _LONGEST_ADDRESS else "/"


def _form(there: str, refused: str = "") -> str:
    return render_template("login.html", next=there, refused=refused)


def _see(address: str) -> Response:
    return current_app.make_response(redirect(address, 303))
