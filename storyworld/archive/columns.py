"""Column types: a record as its JSON, an aware UTC instant, and one of an enum's values."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from storyworld.records.frozen import Record


class RecordText(TypeDecorator[Record]):
    """Keeps a frozen record as JSON text and validates it when read."""

    impl = Text
    cache_ok = True

    def __init__(self, record: type[Record]) -> None:
        super().__init__()
        self.record = record

    def process_bind_param(self, value: Record | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Write the JSON; fields in their order, which is faster than sorting and reads better."""
        return None if value is None else value.model_dump_json()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Record | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read and validate."""
        return None if value is None else self.record.model_validate_json(value)


class UtcDateTime(TypeDecorator[datetime]):
    """Keeps aware datetimes in UTC, also where the database knows no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write UTC, without the zone for SQLite."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the archive")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Read as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """Let a column hold the values of an enum only."""
    listed = ", ".join(f"'{v}'" for v in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
