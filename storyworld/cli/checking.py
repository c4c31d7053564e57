"""What a check of the doctor gives back, and how one is run."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from storyworld.errors import ConfigurationError
from storyworld.settings import Settings


class Health(StrEnum):
    """How a check went."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Checked:
    """One line: how it went, what was found, and the fix if something is to be mended."""

    health: Health
    words: str
    fix: str = ""


Check = Callable[[Settings], Checked]
Lacking = tuple[str, str] | None
"""What somebody lacks, and the fix."""


def examined(check: Check, settings: Settings) -> Checked:
    """Run one check; an error of the check is a finding, too."""
    try:
        return check(settings)
    except ConfigurationError as error:
        return with_fix(str(error))
    except Exception as error:  # noqa: BLE001 - a doctor that falls ill helps nobody
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        return Checked(Health.WRONG, words, "run `make setup` again; if it stays, report this line")


def with_fix(message: str) -> Checked:
    """Part a configuration error into what is wrong and the fix it holds."""
    for mark in (": ", "; "):
        what, found, fix = message.partition(mark)
        if found:
            return Checked(Health.WRONG, what, fix)
    return Checked(Health.WRONG, message, "correct the setting it names, or unset it")


def told(fine: str, lacking: list[tuple[str, str]], health: Health = Health.NOTE) -> Checked:
    """Give one line for several things, with a fix for each that lacks something."""
    if not lacking:
        return Checked(Health.FINE, fine)
    words = "; ".join(what for what, _ in lacking)
    return Checked(health, f"{fine}: {words}", "; ".join(fix for _, fix in lacking))
