"""The web app's session: Flask-SQLAlchemy on the archive's own metadata.

Views read through `db.session` (one snapshot per request); the two that write take
`writing(db.engine)`, a transaction of their own that is committed before anything is sent.
"""

from pathlib import Path

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.engine import make_url

from storyworld.archive.engine import configure, engine_options
from storyworld.archive.tables import Base

POOL = {"pool_size": 10, "max_overflow": 20, "pool_timeout": 5}
"""Connections that a web process keeps, and has at most: who has to wait longer is answered 503.

Its threads are many more, but half of them listen or wait, and hold none. PostgreSQL has 100.
"""

db = SQLAlchemy(metadata=Base.metadata, disable_autonaming=True)


def init_app(app: Flask, url: str) -> None:
    """Give the app its engine, behaving as every other engine of the archive."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(url) | POOL
    db.init_app(app)
    with app.app_context():
        configure(db.engine)
