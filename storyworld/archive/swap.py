"""Compare-and-swap: an UPDATE that must hit exactly one row."""

from sqlalchemy import CursorResult, Update
from sqlalchemy.orm import Session


def swapped(session: Session, update: Update) -> bool:
    """Run the update and tell whether it changed exactly one row."""
    result = session.execute(update, execution_options={"synchronize_session": False})
    return isinstance(result, CursorResult) and result.rowcount == 1
