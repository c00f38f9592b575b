from collections.abc import Callable

import pytest

from dialogue.facts import FactValue
from tests.dialogue.conversation import CHANNELS, USUAL, Conversation

Begin = Callable[..., Conversation]


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def begin(channel: str) -> Begin:
    """Begins a report talk; every test using it is replayed as plain text."""

    def begun(**changes: FactValue) -> Conversation:
        facts = {**USUAL.to_facts(), **changes}
        return Conversation(facts=facts, channel=channel)

    return begun
