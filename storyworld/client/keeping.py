"""Keys: listed, made, revoked."""

from collections.abc import Iterator

from storyworld.client.talking import Line
from storyworld.records.access import Key, MadeKey, Scope


class Keeping:
    """The part of :class:`storyworld.client.StoryWorld` that keeps keys.

    All of it raises `KeyNeeded` or `NotAllowed` where the client's own key is not enough,
    `UnreachedError` where there is no answer.
    """

    _line: Line

    def keys(self, *, page: int = 100) -> Iterator[Key]:
        """List the keys of one's own owner, newest first; with `admin`, those of all."""
        for found in self._line.pages("/keys", {"limit": page}):
            for one in found.get("keys", ()):
                yield self._line.record(Key, one)

    def make_key(
        self,
        name: str,
        *,
        scopes: tuple[Scope, ...] = (Scope.READ, Scope.WRITE),
        owner: str | None = None,
        expires_days: int | None = None,
    ) -> MadeKey:
        """Make a key; its text is in this answer and nowhere else."""
        asked = {"name": name, "scopes": scopes, "owner": owner, "expires_days": expires_days}
        body = {field: value for field, value in asked.items() if value is not None}
        return self._line.record(MadeKey, self._line.ask("POST", "/keys", json=body))

    def revoke_key(self, key_id: str) -> Key:
        """End a key for good, and every session that it began."""
        return self._line.record(Key, self._line.ask("DELETE", f"/keys/{key_id}"))
