"""What `dateline doctor` says about the chat model."""

import pytest

from app.diagnosis import chat_model_finding
from app.settings import Settings
from tests.integration.chat.faulty_server import faulty_server


@pytest.mark.parametrize(
    ("fault", "ok", "told"),
    [("none", True, "small replied in"), ("empty", False, "replied with nothing"), ("reset", False, "does not answer")],
)
def test_the_chat_model_is_asked_for_a_word(fault: str, ok: bool, told: str) -> None:
    """What the settings name is tried, not only read."""
    with faulty_server() as server:
        server.fault = fault
        finding = chat_model_finding(Settings(chat_base_url=server.url, chat_model="small", chat_timeout_seconds=5))

    assert finding.ok == ok
    assert told in finding.message
    assert len(server.requests) == 1


def test_no_chat_model_is_no_fault() -> None:
    """Answers are written without one."""
    assert chat_model_finding(Settings(chat_model=None, chat_base_url=None)).ok
