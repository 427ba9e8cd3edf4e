"""How much may be asked."""

from app.slack.allowance import Allowance, Allowances
from app.slack.incoming import Incoming


def asked(channel: str = "C1", user: str = "U1", team: str = "T1") -> Incoming:
    return Incoming("question", "Ev1", team, user, channel)


def test_a_minute_after_the_first_question_another_is_allowed() -> None:
    """A sliding minute; each key has its own."""
    now = [0.0]
    allowance = Allowance(2, lambda: now[0])

    assert [allowance.wait_seconds("a") for _ in range(2)] == [0.0, 0.0]
    now[0] = 20.0
    assert allowance.wait_seconds("a") == 40.0
    assert allowance.wait_seconds("b") == 0.0
    now[0] = 60.0
    assert allowance.wait_seconds("a") == 0.0


def test_a_refused_question_does_not_count() -> None:
    """Else asking would lengthen the wait."""
    now = [0.0]
    allowance = Allowance(1, lambda: now[0])
    allowance.wait_seconds("a")
    for second in range(1, 60):
        now[0] = float(second)
        allowance.wait_seconds("a")
    now[0] = 60.0

    assert allowance.wait_seconds("a") == 0.0


def test_who_asked_nothing_lately_is_forgotten() -> None:
    """Memory does not grow with the number of people."""
    now = [0.0]
    allowance = Allowance(1, lambda: now[0])
    for person in range(5_000):
        now[0] += 1.0
        allowance.wait_seconds(person)

    assert allowance.known <= 2_000


def test_people_and_channels_are_limited_apart() -> None:
    """A direct message is no channel."""
    allowances = Allowances(Allowance(2), Allowance(1))

    assert allowances.refusal(asked()) is None
    assert "This channel" in (allowances.refusal(asked(user="U2")) or "")
    assert allowances.refusal(asked("D1")) is None
    assert "You have asked a lot" in (allowances.refusal(asked("C2")) or "")


def test_only_named_workspaces_and_channels_are_answered() -> None:
    """Direct messages need no channel."""
    allowances = Allowances(Allowance(1), Allowance(1), workspaces=("T1",), channels=("C1",))

    assert allowances.answers_in(asked())
    assert allowances.answers_in(asked("D9"))
    assert not allowances.answers_in(asked("C2"))
    assert not allowances.answers_in(asked(team="T2"))
