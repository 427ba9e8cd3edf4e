from collections.abc import Iterator, Sequence

import pytest

from app.chat.breaker import Breaker
from app.chat.guarded import GuardedModel
from app.chat.protocol import Message, Schema
from app.errors import ChatModelError, ModelRejected, ModelUnreachable, ModelUnusable
from app.models import Usage


class Flaky:
    """Raises the given errors, one a call, then replies with the pieces."""

    name = "flaky"

    def __init__(self, *errors: ChatModelError, pieces: Sequence[str | Usage] = ("Hi", Usage(3, 1, 0.5))) -> None:
        self.errors = list(errors)
        self.pieces = pieces
        self.calls = 0

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        yield from self.pieces


def guarded(model: Flaky, pauses: list[float] | None = None, **limits: object) -> GuardedModel:
    noted = pauses if pauses is not None else []
    return GuardedModel(model, pause=noted.append, **limits)  # type: ignore[arg-type]


def test_an_error_that_may_pass_is_tried_again_after_growing_pauses():
    """With jitter: never more than the full pause, never less than half."""
    model, pauses = Flaky(ModelUnreachable("a"), ModelUnreachable("b")), list[float]()

    assert list(guarded(model, pauses).stream([])) == ["Hi", Usage(3, 1, 0.5)]
    assert model.calls == 3
    assert 0.125 <= pauses[0] <= 0.25 <= pauses[1] <= 0.5


@pytest.mark.parametrize("error", [ModelRejected("no"), ModelUnusable("what?")])
def test_an_error_that_stays_is_not_tried_again(error):
    """It is raised as it is."""
    model = Flaky(error)

    with pytest.raises(type(error)):
        list(guarded(model).stream([]))
    assert model.calls == 1


@pytest.mark.parametrize("pieces", [(), (Usage(3, 0),), ("",)])
def test_an_empty_reply_is_an_error(pieces):
    """Nothing is no answer."""
    with pytest.raises(ModelUnusable, match="replied with nothing"):
        list(guarded(Flaky(pieces=pieces)).stream([]))


def test_a_ramble_is_broken_off():
    """Some way behind the longest reply that was asked for."""
    with pytest.raises(ModelUnusable, match="does not come to an end"):
        list(guarded(Flaky(pieces=["word "] * 1_000), max_tokens=100).stream([]))


def test_tokens_and_cost_add_up():
    """Only finished calls count."""
    model = guarded(Flaky())
    for _ in range(3):
        list(model.stream([]))

    assert model.ledger.calls == 3
    assert model.ledger.total == Usage(9, 3, 1.5)


def test_the_breaker_rests_and_tries_again():
    """Open after three failures, one call after each rest, closed by a success."""
    now = 0.0
    breaker = Breaker(failures=3, rest_seconds=10, clock=lambda: now)
    for _ in range(3):
        assert breaker.lets_through()
        breaker.failed()

    assert not breaker.lets_through()
    now = 10.0
    assert breaker.lets_through()
    assert not breaker.lets_through()
    breaker.succeeded()
    assert breaker.lets_through()


def test_a_place_is_given_back_when_a_reader_leaves():
    """A reply left half read does not hold up the next."""
    model = guarded(Flaky(), concurrency=1, timeout_seconds=0.1)
    for _ in range(3):
        reply = model.stream([])
        next(reply)
        reply.close()  # type: ignore[attr-defined]  # it is a generator

    assert list(model.stream([]))
