"""What a kernel says to its page, sent as it comes."""

from tornado.websocket import WebSocketHandler


class Prompt:
    """To be put before a handler of messages.

    The system would keep a short message back until the browser has confirmed the one before, which it takes its time with (Nagle's
    algorithm and delayed confirmation): 40 ms between "at work" and the answer."""

    async def open(self, *given: str, **named: str) -> None:
        """A page is there."""
        self.set_nodelay(True)
        await super().open(*given, **named)


def prompt(kind: type) -> tuple[type, ...]:
    """What is to be put before a handler: nothing unless it passes messages on."""
    return (Prompt,) if issubclass(kind, WebSocketHandler) else ()
