"""Who rests is known to all workers of an archive, and an archive that fails holds nobody back."""

import time

from sqlalchemy import Engine, text

from storyworld.archive.breakers import ArchiveBreaker, open_breakers
from storyworld.archive.engine import reading, writing

GEMINI = "gemini:gemini-3.8-flash"


class Clock:
    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


def test_what_one_worker_is_told_the_others_know_until_it_is_over(engine: Engine) -> None:
    clock = Clock()
    one, other = ArchiveBreaker(engine, clock), ArchiveBreaker(engine, clock)
    assert other.rests(GEMINI) is None
    one.rest(GEMINI, 53.0, "quota")
    assert other.rests(GEMINI) == (53.0, "quota")
    assert other.rests("ollama:llava:7b") is None
    clock.now += 53.5
    assert other.rests(GEMINI) is None


def test_the_last_word_counts_and_what_is_over_is_cleared_away(engine: Engine) -> None:
    clock = Clock()
    breaker = ArchiveBreaker(engine, clock)
    breaker.rest(GEMINI, 10.0, "rate")
    breaker.rest(GEMINI, 900.0, "credit")
    breaker.rest("openai:x", 5.0, "rate")
    assert breaker.rests(GEMINI) == (900.0, "credit")
    clock.now += 60
    breaker.rest("ollama:llava:7b", 900.0, "it counts 0 discs")
    with reading(engine) as session:
        kept = {name for (name,) in session.execute(text("SELECT name FROM breakers"))}
    assert kept == {GEMINI, "ollama:llava:7b"}


def test_operators_see_who_rests_and_why(engine: Engine) -> None:
    ArchiveBreaker(engine).rest(GEMINI, 120.0, "HTTP 429: quota")
    with reading(engine) as session:
        (seen,) = open_breakers(session)
    assert (seen.name, seen.why) == (GEMINI, "HTTP 429: quota")
    assert 100 < seen.rests_s <= 120


def test_an_archive_without_the_table_holds_nobody_back(sqlite: Engine) -> None:
    with writing(sqlite) as session:
        session.execute(text("DROP TABLE breakers"))
    breaker = ArchiveBreaker(sqlite)
    breaker.rest(GEMINI, 10.0, "rate")
    assert breaker.rests(GEMINI) is None
