"""Compare-and-swap: an UPDATE that must hit exactly one row."""

from sqlalchemy import Update
from sqlalchemy.orm import Session


def swapped(session: Session, update: Update) -> bool:
    """Run the update and tell whether it changed exactly one row."""
    session.flush()
    return session.connection().execute(update).rowcount == 1
