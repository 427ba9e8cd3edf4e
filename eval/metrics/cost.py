"""What an answer cost: tokens times price."""

from typing import NamedTuple

from eval.replies import Usage


class Price(NamedTuple):
    """US dollars per million tokens read and written."""

    per_million_input: float = 0.0
    per_million_output: float = 0.0


FREE = Price()


def cost_usd(usage: Usage, price: Price) -> float:
    """input tokens * input price + output tokens * output price, in US dollars; 0 for an answer without a model.

    Range [0, ∞). Retrieval and encoding on your own machine count nothing.
    """
    return (usage.input_tokens * price.per_million_input + usage.output_tokens * price.per_million_output) / 1e6
