"""How routes reach the open archive, and who may."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from app.dateline import Dateline


def open_dateline_of(request: Request) -> Dateline:
    """The archive that the lifespan opened."""
    dateline: Dateline = request.app.state.dateline
    return dateline


OpenDateline = Annotated[Dateline, Depends(open_dateline_of)]


def require_key(request: Request, dateline: OpenDateline) -> None:
    """Let a request pass when no key is set or it carries the key as a bearer token."""
    key = dateline.settings.api_key
    if key is None:
        return
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not secrets.compare_digest(given.encode(), key.get_secret_value().encode()):
        detail = "This server wants its key: send the header 'Authorization: Bearer <DATELINE_API_KEY>'."
        raise HTTPException(401, detail, headers={"WWW-Authenticate": "Bearer"})
