"""The Celery app: how its processes log."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WORKER = """
import logging
from tasks.app import app
app.log.setup(loglevel="ERROR")
marked = "Failed to mark task %s as revoked in backend: %s"
logging.getLogger("celery.worker.control").warning(marked, "x", "no result backend is configured")
logging.getLogger("celery.worker").info("ready")
"""
WEB = """
import logging
from webapp import create_app
create_app()
logging.getLogger("gunicorn.error").info("ready")
"""


@pytest.mark.parametrize("process", [WORKER, WEB], ids=["worker", "web"])
def test_every_process_logs_as_the_settings_say(process: str, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", process],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={
            **os.environ,
            "STORYWORLD_HOME": str(tmp_path),
            "STORYWORLD_LOG_LEVEL": "info",
            "STORYWORLD_LOG_FORMAT": "json",
        },
    )
    (line,) = said.stderr.splitlines()
    assert json.loads(line)["message"] == "ready"
