"""What is read of worlds, observers and the machinery."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from storyworld.client.talking import Line
from storyworld.records.answer import Health
from storyworld.records.calibration import Calibration
from storyworld.records.diagnostics import Diagnostics
from storyworld.records.goal import Domain
from storyworld.records.prior import Prior
from storyworld.records.world import Branch, Stretch, WorldDiff, WorldOverview, WorldSummary


class Growing:
    """The part of :class:`storyworld.client.StoryWorld` that reads all but episodes.

    All of it raises `NotFound` where there is no such world or node, `UnreachedError` where there
    is no answer.
    """

    _line: Line

    def worlds(self, *, page: int = 100) -> Iterator[WorldSummary]:
        """List worlds, newest first."""
        for found in self._line.pages("/worlds", {"limit": page}):
            for one in found.get("worlds", ()):
                yield self._line.record(WorldSummary, one)

    def world(self, world_id: str) -> WorldOverview:
        """Give one world: how far it has grown, how many of its episodes ended how."""
        found = self._line.ask("GET", f"/worlds/{world_id}")
        return self._line.record(WorldOverview, found, but="urls")

    def branches(self, world_id: str, *, page: int = 100) -> Iterator[Branch]:
        """List a world's branches, one of each episode, newest first."""
        for found in self._line.pages(f"/worlds/{world_id}/branches", {"limit": page}):
            for one in found.get("branches", ()):
                yield self._line.record(Branch, one)

    def graph(
        self,
        world_id: str,
        *,
        as_of: datetime | None = None,
        ancestors_of: str | None = None,
        claim: str | None = None,
        page: int = 100,
    ) -> Iterator[Stretch]:
        """Give a world's graph, a page of transitions at a time: as it grew, or upwards.

        Parameters
        ----------
        as_of
            As it was at that instant; aware of its zone.
        ancestors_of
            The way from this node or transition up to the root, nearest first.
        claim
            With `ancestors_of`: the way begins at the transition that established this fact,
            written ``subject.attribute``.
        """
        asked = {
            "as_of": as_of.isoformat() if as_of else None,
            "ancestors_of": ancestors_of,
            "claim": claim,
            "limit": page,
        }
        for found in self._line.pages(f"/worlds/{world_id}/graph", asked):
            shown = {k: found.get(k) for k in ("world_id", "nodes", "transitions")}
            yield self._line.record(Stretch, {**shown, "after": _after(found.get("next"))})

    def diff(self, world_id: str, from_node: str, to_node: str) -> WorldDiff:
        """Compare two nodes of a world."""
        asked = {"from": from_node, "to": to_node}
        return self._line.record(
            WorldDiff, self._line.ask("GET", f"/worlds/{world_id}/diff", params=asked)
        )

    def priors(self, domain: Domain, *, limit: int = 10) -> tuple[Prior, ...]:
        """Give what stood against earlier goals of a domain, most often first."""
        asked = {"domain": domain, "limit": limit}
        found = self._line.ask("GET", "/constraints/priors", params=asked).get("priors", ())
        return tuple(self._line.record(Prior, prior) for prior in found)

    def calibration(self) -> Calibration:
        """Give how right the observers were, by what people say."""
        return self._line.record(Calibration, self._line.ask("GET", "/observers/calibration"))

    def diagnostics(self) -> Diagnostics:
        """Give how it fares: what is wrong, who was seen, how the queues stand, what failed."""
        return self._line.record(Diagnostics, self._line.ask("GET", "/diagnostics"))

    def metrics(self) -> str:
        """Give what is measured of it, as Prometheus reads it."""
        return self._line.text("/metrics")

    def health(self) -> Health:
        """Give whether it can do its work."""
        return self._line.record(Health, self._line.ask("GET", "/health", patience_s=0.0))


def _after(onward: object) -> str | None:
    query = parse_qs(urlsplit(onward).query) if isinstance(onward, str) else {}
    return query.get("after", [None])[0]
