"""The stand-in for Veo as a process of its own: what integration tests start."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from storyworld.renderers.veo import VeoVendor
from tests.renderers.vendor import MP4
from tests.renderers.veo_making import request, settings

ROOT = Path(__file__).parents[2]


def test_a_process_sells_films_and_tells_what_was_asked(tmp_path):
    film = tmp_path / "film.mp4"
    film.write_bytes(MP4 + b"mine")
    command = [sys.executable, "-m", "tests.renderers.vendor", "--film", str(film), "--polls", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            vendor = VeoVendor(settings(url))
            got = vendor.collect(vendor.order(request()), tmp_path)
            with urlopen(f"{url}/journal") as answer:
                journal = json.load(answer)
        finally:
            process.terminate()
    assert got is not None
    assert got.read_bytes() == MP4 + b"mine"
    assert len(journal["orders"]) == len(journal["polled"]) == 1
