"""What the chat model has used, for Prometheus."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from app.chat.ledger import Ledger


class ChatMetrics(Collector):
    """Reads the ledger whenever metrics are collected.

    Args:
        ledger: of the chat model; an empty one where there is none.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def collect(self) -> Iterator[CounterMetricFamily]:
        """Calls by outcome, tokens by kind, and the cost in the currency of the configured prices."""
        used = self._ledger.total
        calls = CounterMetricFamily("dateline_chat_calls", "Calls of the chat model.", labels=["outcome"])
        calls.add_metric(["answered"], self._ledger.calls)
        calls.add_metric(["failed"], self._ledger.failures)
        yield calls
        tokens = CounterMetricFamily("dateline_chat_tokens", "Tokens of the chat model.", labels=["kind"])
        tokens.add_metric(["prompt"], used.prompt_tokens)
        tokens.add_metric(["completion"], used.completion_tokens)
        yield tokens
        yield CounterMetricFamily("dateline_chat_cost", "Cost by the configured prices.", value=used.cost)
