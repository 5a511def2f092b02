"""What is typed wrong is said in words, and what was typed is not repeated."""

import pytest

from pactwerk.cli.main import main


@pytest.mark.parametrize(
    ("arguments", "nl", "en"),
    [
        (("reach", "--area", "NL", "--km", "abc"), "--km: geen getal.", "--km: no number."),
        (("show", "K03", "--area", "NL", "--borders", "abc"), "--borders: geen heel getal.", "no whole number."),
        (("fetch", "abc"), "kies uit duo, cbs.", "choose from duo, cbs."),
        (("flows", "count"), "nodig is nog PATH.", "still needed: PATH."),
        (("flows", "count", "x", "--memory", "abc"), "--memory: geen goede waarde.", "--memory: no good value."),
        (("flows", "terms", "abc", "--explain"), "te veel in de opdracht (--explain).", "too much in the command"),
        (("flows", "count", "x", "--from"), "--from: hier hoort een waarde achter.", "--from: a value must follow."),
    ],
)
def test_in_both_languages(
    arguments: tuple[str, ...],
    nl: str,
    en: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, said in (("nl", nl), ("en", en)):
        monkeypatch.setenv("PACTWERK_LANGUAGE", language)
        assert main(["figures", *arguments]) == 2
        err = capsys.readouterr().err
        assert said in err
        assert "abc" not in err
