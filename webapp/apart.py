"""Judging a film apart from the web process: in a child that is limited, and killed when late.

No film is decoded, measured or judged where requests are answered (docs/decisions/0016).
"""

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import storyworld
from storyworld.records.clip import ClipAsked, ClipReply, ClipTerms
from storyworld.settings import Settings

log = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-m", "storyworld.clip")
_ROOT = Path(storyworld.__file__).parent.parent


class TookTooLong(Exception):  # noqa: N818  (named for what it says, as in storyworld/errors.py)
    """The film was not judged in time."""


def judge_apart(film: IO[bytes], terms: ClipTerms, settings: Settings) -> ClipReply:
    """Have a child judge a film.

    Parameters
    ----------
    film
        An open file. The child gets it by its descriptor: it needs no name, and none is given.

    Raises
    ------
    TookTooLong
        After `settings.judge_timeout_s`; the child is gone then, and its decoder with it.
    RuntimeError
        If the child broke down, which says nothing about the film.
    """
    film.flush()
    descriptor = film.fileno()
    asked = ClipAsked(
        **dict(terms), path=f"/dev/fd/{descriptor}", within_s=settings.judge_timeout_s
    )
    with subprocess.Popen(  # noqa: S603 - our own module
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=(descriptor,),
        cwd=_ROOT,
        env=settings.for_judging(),
        start_new_session=True,
    ) as child:
        try:
            said, complaint = child.communicate(
                asked.model_dump_json().encode(), timeout=settings.judge_timeout_s
            )
        except BaseException as error:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TookTooLong from error
            raise
    if child.returncode != 0:
        log.error("judging broke down: %s", complaint.decode(errors="replace")[-4000:])
        raise RuntimeError(f"the process that judges ended with {child.returncode}")
    return ClipReply.model_validate_json(said)
