"""POST /judge as it is served: by a real web process, to whoever holds a film."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from tests.integration.nodes import LocalHouse, until
from tests.vision import hostile
from tests.vision.filming import dropped, take

FALLS = "A ball is dropped from 5.0 m and falls"


def posted(house: LocalHouse, film: bytes, **fields: str) -> httpx.Response:
    files = {"clip": ("film.mp4", film, "video/mp4")}
    return httpx.post(f"{house.url}/judge", data={"goal": FALLS} | fields, files=files, timeout=60)


def test_a_film_is_judged_and_nothing_stays_behind(house: LocalHouse, tmp_path: Path) -> None:
    film = take(dropped(5.0), tmp_path / "fall.mp4")
    scale = str(film.shot.camera.pixels_per_metre)
    answer = posted(house, film.path.read_bytes(), px_per_m=scale)
    assert answer.status_code == 200, answer.text
    assert answer.json()["judgement"]["state"] == "ACCEPTED"
    assert answer.json()["observations"][0]["observer"]["name"] == "measuring"
    (worker,) = house.web.children()
    children = Path(f"/proc/{worker}/task/{worker}/children")
    until(lambda: children.read_text().strip() == "", "no process is left that judged")


def test_hostile_films_at_once_leave_the_server_answering(house: LocalHouse) -> None:
    films = [b"no film", hostile.good()[:900], hostile.endless_webm(), hostile.good()]
    with ThreadPoolExecutor(len(films)) as pool:
        answers = list(pool.map(lambda film: posted(house, film), films))
    for answer in answers:
        assert answer.status_code in {200, 422, 503}, answer.text
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
    assert house.answers()
