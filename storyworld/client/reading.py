"""What is read of episodes."""

from collections.abc import Iterator
from pathlib import Path

from storyworld.client.talking import Line
from storyworld.records.answer import BeatAnswer
from storyworld.records.comparison import EpisodeDiff
from storyworld.records.episode import EpisodeResult, EpisodeSummary, RunStatus, StepView
from storyworld.records.provenance import ProvenanceEntry
from storyworld.records.verdict import OutcomeKind
from storyworld.records.world import WorldState


class Reading:
    """The part of :class:`storyworld.client.StoryWorld` that reads episodes.

    All of it raises `NotFound` where there is no such episode, `UnreachedError` where there is no
    answer.
    """

    _line: Line

    def episodes(
        self,
        *,
        status: RunStatus | None = None,
        outcome: OutcomeKind | None = None,
        search: str | None = None,
        page: int = 100,
    ) -> Iterator[EpisodeSummary]:
        """List episodes, newest first; `page` of them are asked for at a time, as they are read."""
        asked = {"status": status, "outcome": outcome, "q": search or None, "limit": page}
        for found in self._line.pages("/episodes", asked):
            for one in found.get("episodes", ()):
                yield self._line.record(EpisodeSummary, one, but="urls")

    def summary(self, episode_id: str) -> EpisodeSummary:
        """Say where an episode stands."""
        found = self._line.ask("GET", f"/episodes/{episode_id}")
        return self._line.record(EpisodeSummary, found, but="urls")

    def result(self, episode_id: str, *, patience_s: float | None = None) -> EpisodeResult:
        """Give its outcome, or how far it is; `patience_s` as of the whole client, if not given."""
        path = f"/episodes/{episode_id}/result"
        return self._line.record(EpisodeResult, self._line.ask("GET", path, patience_s=patience_s))

    def beats(self, episode_id: str) -> tuple[BeatAnswer, ...]:
        """Give its beats with their attempts: reading, film, observations, judgement."""
        found = self._line.ask("GET", f"/episodes/{episode_id}/beats").get("beats", ())
        return tuple(self._line.record(BeatAnswer, beat) for beat in found)

    def steps(self, episode_id: str) -> tuple[StepView, ...]:
        """Give its stages so far."""
        found = self._line.ask("GET", f"/episodes/{episode_id}/steps").get("steps", ())
        return tuple(self._line.record(StepView, step) for step in found)

    def provenance(self, episode_id: str) -> tuple[ProvenanceEntry, ...]:
        """Give who did what, with what, at what cost."""
        found = self._line.ask("GET", f"/episodes/{episode_id}/provenance").get("provenance", ())
        return tuple(self._line.record(ProvenanceEntry, entry) for entry in found)

    def compare(self, before: str, after: str) -> EpisodeDiff:
        """Hold two episodes against each other."""
        asked = {"a": before, "b": after}
        return self._line.record(EpisodeDiff, self._line.ask("GET", "/compare", params=asked))

    def world_state(self, episode_id: str) -> WorldState:
        """Give its branch of its world, whole."""
        return self._line.record(WorldState, self._line.ask("GET", f"/world-state/{episode_id}"))

    def film(self, episode_id: str, path: Path, *, beat: int = 0, attempt: int = 0) -> Path:
        """Write the film of an attempt to a file, as long as it is kept."""
        asked = {"beat": beat, "attempt": attempt}
        return self._line.save(f"/episodes/{episode_id}/film", path, asked)

    def crate(self, episode_id: str, path: Path) -> Path:
        """Write its crate, which ``storyworld verify`` checks, to a file."""
        return self._line.save(f"/episodes/{episode_id}/crate", path)

    def report(self, episode_id: str, path: Path) -> Path:
        """Write its report, one HTML file for people, to a file."""
        return self._line.save(f"/episodes/{episode_id}/report", path)

    def prov(self, episode_id: str) -> str:
        """Give its provenance as W3C PROV-JSON, the text as it is."""
        return self._line.text(f"/episodes/{episode_id}/prov")
