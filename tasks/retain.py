"""Retain: films are deleted when their time is over; the reconciler rings every now and then."""

from datetime import UTC, datetime

from storyworld.archive.expiring import expire
from storyworld.composition import house
from tasks.app import app


@app.task(name="storyworld.retain")  # type: ignore[untyped-decorator]
def retain() -> None:
    """Delete what has expired; whoever sends this twice deletes nothing more."""
    here = house()
    expire(here.engine, here.store, now=datetime.now(UTC), hours=here.settings.film_hours)
