"""Watched questions over HTTP, for ``dateline slack watch``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, ConfigDict, Field

from app.api.access import OpenDateline, require_key
from app.archive.subscriptions import Subscription
from app.slack.watching import Watching


class NewWatch(BaseModel):
    """A question to watch for a channel."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, Field(min_length=1)]
    channel: Annotated[str, Field(min_length=1, max_length=200)]
    team: str = ""


def watch_router(watching: Callable[[], Watching]) -> APIRouter:
    """The routes; ``watching`` gives what runs now, or raises while nothing does."""
    router = APIRouter(prefix="/v1/slack/watches", dependencies=[Depends(require_key)], include_in_schema=False)

    @router.post("")
    async def add(new: NewWatch) -> Subscription:
        return await watching().add(new.question, new.channel, new.team)

    @router.get("")
    def every(dateline: OpenDateline) -> list[Subscription]:
        return dateline.archive.subscriptions.all()

    @router.delete("/{number}")
    def stop(number: int, dateline: OpenDateline) -> None:
        if not dateline.archive.subscriptions.remove(number):
            raise HTTPException(404, f"There is no watched question {number}; list them with dateline slack watch.")

    return router
