"""What Lighthouse says of every page: performance and accessibility, as a desktop sees them.

Lighthouse is no part of StoryWorld: `npm install lighthouse@13` somewhere, and say where:

    python benchmarks/lighthouse.py FOLDER/node_modules/.bin/lighthouse

Serves an archive with a few episodes by gunicorn, as the Procfile does. Prints a table; asserts
nothing.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))

from storyworld.archive.engine import migrate, open_engine
from storyworld.settings import Settings
from tests.webapp import written

ROOT = Path(__file__).parent.parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices")


def filled(home: Path) -> dict[str, str]:
    """Write an archive; give its pages."""
    engine = open_engine(Settings(home=home).database)
    migrate(engine)
    for run in range(24):
        written.finished(engine, 2.4 if run % 3 else 1.5, f", run {run} of the series", noise=run)
    achieved, refuted = written.finished(engine, 2.1), written.finished(engine, 1.5)
    running = written.running(engine)
    with engine.connect() as connection:
        sql = "SELECT world_id FROM episodes WHERE episode_id = ?"
        world_id = connection.exec_driver_sql(sql, (achieved,)).scalar_one()
    engine.dispose()
    return {
        "simulations": "/",
        "new": "/new",
        "achieved": f"/simulations/{achieved}",
        "refuted": f"/simulations/{refuted}",
        "running": f"/simulations/{running}",
        "compare": f"/compare?a={achieved}&b={refuted}",
        "worlds": "/worlds",
        "world": f"/worlds/{world_id}",
        "judge": "/judge",
        "observers": "/observers",
        "diagnostics": "/diagnostics",
        "keys": "/keys",
    }


@contextmanager
def serving(home: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bound = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "webapp:create_app()", "--bind", bound,
               "--worker-class", "gthread", "--threads", "32", "--no-control-socket"]  # fmt: skip
    environment = {**os.environ, "STORYWORLD_HOME": str(home), "STORYWORLD_LOG_LEVEL": "WARNING"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://{bound}"
            for _ in range(200):
                try:
                    httpx.get(f"{address}/health").raise_for_status()
                    break
                except httpx.HTTPError:
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()


def scores(lighthouse: str, address: str) -> tuple[dict[str, float], list[str]]:
    """Ask Lighthouse about one page: its scores, and which audits are not passed."""
    command = [lighthouse, address, "--preset=desktop", "--quiet", "--output=json",
               f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]  # fmt: skip
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, check=True
    )
    said = json.loads(done.stdout)
    lost = [
        name for name, audit in said["audits"].items()
        if audit["score"] is not None and audit["score"] < 0.9
    ]  # fmt: skip
    return {name: said["categories"][name]["score"] for name in CATEGORIES}, lost


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("where is Lighthouse? python benchmarks/lighthouse.py .../bin/lighthouse")
    lighthouse = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        pages = filled(Path(folder))
        with serving(Path(folder)) as address:
            print(f"{'page':<14}" + "".join(f"{name:>16}" for name in CATEGORIES) + "  below 0.9")
            for name, path in pages.items():
                found, lost = scores(lighthouse, address + path)
                print(f"{name:<14}" + "".join(f"{found[c]:>16.2f}" for c in CATEGORIES)
                      + "  " + ", ".join(lost), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
