"""Whose rows are whose."""

from typing import Annotated, Final

from pydantic import StringConstraints

Owner = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]

LOCAL: Final = "local"
"""The one owner there is where nobody has to say who they are."""
