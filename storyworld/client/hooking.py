"""What is asked of webhooks."""

from collections.abc import Iterator, Sequence

from storyworld.client.talking import Line
from storyworld.records.webhook import Delivery, HookKind, Subscription, Webhook, WebhookOpened


class Hooking:
    """The part of :class:`storyworld.client.StoryWorld` that has others told what happens.

    All of it raises `NotFound` where there is no such webhook of yours, `UnreachedError` where
    there is no answer.
    """

    _line: Line

    def webhooks(self) -> tuple[Webhook, ...]:
        """List your webhooks, newest first."""
        found = self._line.ask("GET", "/webhooks").get("webhooks", ())
        return tuple(self._line.record(Webhook, one) for one in found)

    def webhook(self, webhook_id: str) -> Webhook:
        """Give one webhook."""
        return self._line.record(Webhook, self._line.ask("GET", f"/webhooks/{webhook_id}"))

    def add_webhook(
        self, url: str, kinds: Sequence[HookKind] = (HookKind.SIMULATION_ENDED,)
    ) -> WebhookOpened:
        """Have an address told what happens from now on; keep the secret of the answer.

        Raises
        ------
        RequestError
            If the address is refused, or there are as many webhooks as may be.
        """
        from pydantic import ValidationError

        from storyworld.errors import InvalidField

        try:
            asked = Subscription(url=url, kinds=tuple(kinds))
        except ValidationError as error:
            raise InvalidField.first_of(error, {}) from error
        body = asked.model_dump(mode="json")
        return self._line.record(WebhookOpened, self._line.ask("POST", "/webhooks", json=body))

    def remove_webhook(self, webhook_id: str) -> None:
        """Delete a webhook; nothing of it is sent again."""
        self._line.do("DELETE", f"/webhooks/{webhook_id}")

    def deliveries(self, webhook_id: str, *, page: int = 100) -> Iterator[Delivery]:
        """List what was sent to a webhook, or is to be, newest first."""
        for found in self._line.pages(f"/webhooks/{webhook_id}/deliveries", {"limit": page}):
            for one in found.get("deliveries", ()):
                yield self._line.record(Delivery, one)

    def test_webhook(self, webhook_id: str) -> Delivery:
        """Have a `ping` sent to a webhook; what comes of it is among its deliveries.

        Raises
        ------
        TooMuch
            If some are still to be sent.
        """
        return self._line.record(Delivery, self._line.ask("POST", f"/webhooks/{webhook_id}/test"))

    def resend(self, webhook_id: str, delivery_id: str) -> Delivery:
        """Have a delivery that is done with sent once more; what comes of it is among the others.

        Raises
        ------
        Conflicting
            If it is still to be sent, or the webhook is disabled.
        """
        address = f"/webhooks/{webhook_id}/deliveries/{delivery_id}/resend"
        return self._line.record(Delivery, self._line.ask("POST", address))

    def rotate_secret(self, webhook_id: str) -> WebhookOpened:
        """Give a webhook another secret; for a day its deliveries are signed with both."""
        found = self._line.ask("POST", f"/webhooks/{webhook_id}/secret")
        return self._line.record(WebhookOpened, found)
