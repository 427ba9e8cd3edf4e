"""What a person sees who opens an empty conversation."""

from __future__ import annotations

from collections.abc import Sequence

from app.slack.calls import Calls
from app.slack.incoming import Incoming
from app.slack.text import shortened

GREETING = (
    "Ask me about the news in the archive. Every answer cites the sentences it rests on; "
    "what the archive does not say, I do not say either."
)
HELP = f"{GREETING} For example: How many observation posts are in Idlib?"
_TITLE = "Questions the archive answers"
_PROMPT_CHARS = 75


async def greet(calls: Calls, incoming: Incoming, prompts: Sequence[str]) -> None:
    """Say what Dateline does, in the assistant's pane, and suggest questions there or in the agent view.

    Raises:
        SlackError: Slack did not take it.
    """
    thread = {"thread_ts": incoming.thread_ts} if incoming.thread_ts else {}  # the agent view wants none
    if thread:
        await calls("chat_postMessage", {"channel": incoming.channel, **thread, "text": GREETING})
    if prompts:
        suggested = [{"title": shortened(prompt, _PROMPT_CHARS), "message": prompt} for prompt in prompts]
        to = {"channel_id": incoming.channel, **thread}
        await calls("assistant_threads_setSuggestedPrompts", {**to, "title": _TITLE, "prompts": suggested})
