"""What an answer cost: tokens times price."""

from typing import NamedTuple

from app.models import Usage


class Price(NamedTuple):
    """For a million tokens read and written, in any one currency."""

    prompt: float
    completion: float


def cost(usage: Usage, price: Price | None = None) -> float:
    """prompt tokens * price + completion tokens * price, in the currency of the price; 0 without a chat model.

    Range [0, ∞). Without a price it is what the answer says it cost, at the prices in the settings of whoever
    answered. Retrieval and encoding on your own machine count nothing.
    """
    if price is None:
        return usage.cost
    return (usage.prompt_tokens * price.prompt + usage.completion_tokens * price.completion) / 1e6
