"""What people see: addresses of their own, and pages of the API's records.

Pages import the API, never the other way round. `SEEN` is the one place that says which address
of the API shows people what: its page, and its form once more where something was wrong with it.

============  =====================================================================
module        holds
============  =====================================================================
console       /, /simulations/{id}, /observers; /new, whose page is asking
asking        the page that asks for a goal, and its preview beside it
marking       a goal's text with marks on the words that something was read from
copying       a goal as a command for curl, Python or the terminal
dossier       everything the page of a simulation shows, read in one snapshot
timeline      how the stages of an episode's attempts lie in time
graphing      where each node of a part of a world's graph is drawn
world         worlds: their list, one of them, branches, graph, two nodes
comparison    two simulations side by side, and the form to choose them with
judgement     /judge: the form for a film, and what it shows against its goal
diagnosis     what is wrong first, then everything there is to see
keyring       keys: listed, and made by a form
login         /login, /logout: a key shown once, and then a session
words         what the templates are taught of how values are written for people
============  =====================================================================
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from flask import Flask, Response
from werkzeug.exceptions import RequestEntityTooLarge

from webapp import calibration, compare, diagnostics, judge, keys, preview, simulate, worlds
from webapp.contract import Seen, show
from webapp.pages import (
    asking,
    comparison,
    console,
    diagnosis,
    judgement,
    keyring,
    login,
    words,
    world,
)

SEEN: Final[Mapping[Callable[..., Response], Seen]] = MappingProxyType(
    {
        simulate.simulate: Seen(again=asking.form_again),
        preview.preview: Seen(asking.fragment, again=asking.refused),
        judge.judge: Seen(judgement.result, again=judgement.form_again),
        calibration.label: Seen(again=console.label_again),
        compare.two: Seen(comparison.page, again=comparison.choose_again),
        worlds.several: Seen(world.listed),
        worlds.one: Seen(world.one),
        worlds.branches: Seen(world.branches),
        worlds.part: Seen(world.part),
        worlds.difference: Seen(world.difference, again=world.choose_again),
        keys.several: Seen(keyring.page),
        keys.create: Seen(keyring.made, again=keyring.form_again),
        diagnostics.state: Seen(diagnosis.page),
    }
)
"""What people see at addresses of the API."""


def init_app(app: Flask) -> None:
    """Have the app be seen by people."""
    words.init_app(app)
    login.init_app(app)
    show(app, SEEN)
    app.register_error_handler(RequestEntityTooLarge, judgement.too_large)
    for module in (console, judgement, login):
        app.register_blueprint(module.blueprint)
