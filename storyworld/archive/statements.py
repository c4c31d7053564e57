"""Statements built once and run often: the walk's hot path goes around the unit of work.

Building a statement and flushing a row cost more than SQLite's commit does. What every step runs
is therefore a module constant with bound parameters, run on the session's own connection, inside
the session's transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Row, Update
from sqlalchemy.orm import Session

Parameters = Mapping[str, object]


def swapped(session: Session, update: Update, parameters: Parameters | None = None) -> bool:
    """Run a compare-and-swap: tell whether the update changed exactly one row."""
    session.flush()
    return session.connection().execute(update, parameters or {}).rowcount == 1


def insert_rows(
    session: Session, insert: Executable, rows: Parameters | Sequence[Parameters]
) -> None:
    """Insert one row or several; none is no error."""
    if rows:
        session.flush()
        session.connection().execute(insert, rows)


def first(session: Session, select: Executable, parameters: Parameters) -> Row[Any] | None:
    """Give the first row a query finds, if there is one."""
    session.flush()
    return session.connection().execute(select, parameters).first()


def every(session: Session, select: Executable, parameters: Parameters) -> Sequence[Row[Any]]:
    """Give all rows a query finds."""
    session.flush()
    return session.connection().execute(select, parameters).all()
