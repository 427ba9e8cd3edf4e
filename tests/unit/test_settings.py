"""Settings: the environment is read, bounded and explained."""

import pytest

from app.errors import SettingsError
from app.settings import load_settings


def test_environment_sets_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """DATELINE_PORT is the port."""
    monkeypatch.setenv("DATELINE_PORT", "8123")

    assert load_settings().port == 8123


def test_overrides_win_and_none_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag on the command line beats the environment; an absent flag does not."""
    monkeypatch.setenv("DATELINE_TOP_K", "7")

    assert load_settings(top_k=3).top_k == 3
    assert load_settings(top_k=None).top_k == 7


def test_a_list_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spaces and a comma too many do no harm."""
    monkeypatch.setenv("DATELINE_SLACK_CHANNELS", "C1, C2,,")

    assert load_settings().slack_channels == ("C1", "C2")


@pytest.mark.parametrize(("name", "value"), [("PORT", "70000"), ("TOP_K", "0"), ("LOG_LEVEL", "loud")])
def test_bad_value_names_the_variable(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The message says which variable to correct."""
    monkeypatch.setenv(f"DATELINE_{name}", value)

    with pytest.raises(SettingsError, match=f"DATELINE_{name}"):
        load_settings()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key never appears in a printed settings object."""
    monkeypatch.setenv("DATELINE_API_KEY", "s3cret-value")

    assert "s3cret-value" not in repr(load_settings())
