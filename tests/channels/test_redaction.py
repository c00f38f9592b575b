import io
import logging

import structlog
from yarl import URL

from channels.redaction import RedactingFilter, redact, redact_event

TOKEN = "123456789:" + "AbC-_" * 7
ADDRESS = f"https://api.telegram.org/bot{TOKEN}/sendMessage"


def test_a_token_disappears_with_or_without_its_address() -> None:
    assert redact(f"token {TOKEN} gone") == "token [token] gone"
    assert redact(ADDRESS) == "https://api.telegram.org/bot[token]/sendMessage"
    assert (
        redact("http://localhost/file/bot12:short/a.jpg")
        == "http://localhost/file/bot[token]/a.jpg"
    )
    assert redact("http://localhost/bot12%3Ashort/a") == "http://localhost/bot[token]/a"


def test_other_words_stay() -> None:
    for text in ("lúc 19:30", "tests/botapi/server.py:12", "/bot/settings.py", "a:b"):
        assert redact(text) == text


def test_the_processor_reaches_into_values_and_tracebacks() -> None:
    seen = io.StringIO()
    log = structlog.wrap_logger(
        structlog.PrintLogger(seen), processors=[redact_event, structlog.processors.JSONRenderer()]
    )
    try:
        raise RuntimeError(ADDRESS)
    except RuntimeError as error:
        log.error("failed", url=URL(ADDRESS), deep={"a": [ADDRESS]}, error=error, exc_info=True)
    assert "RuntimeError" in seen.getvalue()
    assert "[token]" in seen.getvalue()
    assert TOKEN not in seen.getvalue()


def test_the_filter_cleans_records_of_other_libraries() -> None:
    seen = io.StringIO()
    handler = logging.StreamHandler(seen)
    handler.addFilter(RedactingFilter())
    log = logging.Logger("httpx")
    log.addHandler(handler)
    try:
        raise RuntimeError(ADDRESS)
    except RuntimeError:
        log.exception("HTTP Request: %s %s", "POST", ADDRESS, stack_info=True)
    log.info("plain %s", "words")
    assert "HTTP Request: POST https://api.telegram.org/bot[token]/sendMessage" in seen.getvalue()
    assert "plain words" in seen.getvalue()
    assert TOKEN not in seen.getvalue()
