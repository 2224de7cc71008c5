"""What a kernel says is sent as it comes."""

from tornado.web import StaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from visitation.serve.messages import Prompt, prompt


class Told:
    """A handler that keeps what it was told."""

    def __init__(self):
        self.told = []

    def set_nodelay(self, value):
        self.told.append(value)

    async def open(self, kernel_id):
        self.told.append(kernel_id)


def test_nothing_is_kept_back_from_the_first_message_on():
    handler = type("Handler", (Prompt, Told), {})()
    opening = handler.open("abc")
    try:
        opening.send(None)
    except StopIteration:
        pass
    assert handler.told == [True, "abc"]


def test_it_is_for_messages_alone():
    assert prompt(VoilaKernelWebsocketHandler) == (Prompt,) and prompt(StaticFileHandler) == ()
