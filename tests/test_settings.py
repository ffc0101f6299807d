"""Settings: the environment, then .env in the working directory, then defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings
from bot.views import Terms


def test_defaults(tmp_path: Path) -> None:
    assert Settings.load({}, tmp_path) == Settings(None, Path("pullquote.db"), None, "INFO")


def test_the_environment_wins_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "DISCORD_TOKEN=from-file\nPULLQUOTE_DATABASE='a b.db'\nPULLQUOTE_LOG_LEVEL=warning\n",
        encoding="utf-8",
    )
    settings = Settings.load({"DISCORD_TOKEN": "from-environment", "PULLQUOTE_REVIEWS": "/reviews"}, tmp_path)
    assert settings == Settings("from-environment", Path("a b.db"), Path("/reviews"), "WARNING")


def test_an_empty_value_is_none(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=\nPULLQUOTE_REVIEWS= \n", encoding="utf-8")
    settings = Settings.load({}, tmp_path)
    assert (settings.token, settings.reviews) == (None, None)
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
        settings.require_token()


def test_the_example_file_is_valid_and_changes_nothing(tmp_path: Path) -> None:
    example = Path(__file__).parents[1] / ".env.example"
    (tmp_path / ".env").write_bytes(example.read_bytes())
    assert Settings.load({}, tmp_path) == Settings()
    every = example.read_text(encoding="utf-8").replace("#PULLQUOTE", "PULLQUOTE")
    (tmp_path / ".env").write_text(every, encoding="utf-8")
    assert Settings.load({}, tmp_path) == Settings(reviews=Path("reviews"))


def test_how_the_operators_reviews_may_be_shown(tmp_path: Path) -> None:
    said = {
        "PULLQUOTE_EXCERPT_LIMIT": "250",
        "PULLQUOTE_WHOLE_REVIEWS": "Yes",
        "PULLQUOTE_ATTRIBUTION": "  By kind\npermission ",
    }
    assert Settings.load(said, tmp_path).terms == Terms(250, True, "By kind permission")
    assert Settings.load({"PULLQUOTE_WHOLE_REVIEWS": "off"}, tmp_path).terms == Terms()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PULLQUOTE_EXCERPT_LIMIT", "99", "100 to 2,000 characters"),
        ("PULLQUOTE_EXCERPT_LIMIT", "2001", "100 to 2,000 characters"),
        ("PULLQUOTE_EXCERPT_LIMIT", "9" * 5000, "100 to 2,000 characters"),
        ("PULLQUOTE_EXCERPT_LIMIT", "²00", "100 to 2,000 characters"),
        ("PULLQUOTE_EXCERPT_LIMIT", "many", "100 to 2,000 characters"),
        ("PULLQUOTE_WHOLE_REVIEWS", "perhaps", "yes or no"),
        ("PULLQUOTE_ATTRIBUTION", "x" * 101, "101 characters long; it can be 100"),
    ],
)
def test_wrong_terms_are_said(tmp_path: Path, name: str, value: str, told: str) -> None:
    with pytest.raises(SettingsError, match=name) as caught:
        Settings.load({name: value}, tmp_path)
    assert told in str(caught.value)
    assert caught.value.exit_code == 2


def test_the_token_shows_in_no_repr() -> None:
    assert "secret" not in repr(Settings(token="secret"))  # noqa: S106 - made up


@pytest.mark.parametrize("level", ["loud", "10"])
def test_a_wrong_log_level_is_said(tmp_path: Path, level: str) -> None:
    with pytest.raises(SettingsError, match="PULLQUOTE_LOG_LEVEL") as caught:
        Settings.load({"PULLQUOTE_LOG_LEVEL": level}, tmp_path)
    assert caught.value.exit_code == 2


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.load({}, tmp_path)


def test_a_file_that_may_not_be_looked_at_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refuse)
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        Settings.load({}, tmp_path)


def test_the_default_folder_may_be_missing_and_a_named_one_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings().reviews_to_load() is None
    with pytest.raises(SettingsError, match="nowhere"):
        Settings(reviews=Path("nowhere")).reviews_to_load()
    Path("reviews").mkdir()
    assert Settings().reviews_to_load() == Path("reviews")
