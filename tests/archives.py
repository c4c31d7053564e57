"""New archives for tests: migrated once a process and copied from then on."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, make_url

from storyworld.archive.engine import migrate, open_engine


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        engine = open_engine(f"sqlite:///{file}")
        migrate(engine)
        engine.dispose()  # its last connection leaves nothing in the WAL
        assert list(Path(folder).iterdir()) == [file]
        return file.read_bytes()


def new_archive(url: str) -> Engine:
    """Open an archive of SQLite in which nothing is written yet, as migrating makes it."""
    file = Path(make_url(url).database or "")
    assert not file.exists(), f"{file} is there already"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_empty())
    return open_engine(url)
