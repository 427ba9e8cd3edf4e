"""The Web API methods that the app uses, as Slack documents them: arguments, limits, errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.fake_slack.blocks import MARKDOWN_CHARS, TEXT_CHARS, problems_of_message, problems_of_view
from tests.fake_slack.workspace import APP, BOT_ID, BOT_USER, TEAM, Workspace

Arguments = dict[str, Any]


class Refusal(Exception):
    """Slack's ``{"ok": false, "error": …}``."""


def auth_test(workspace: Workspace, given: Arguments) -> Arguments:
    return {"team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT_ID, "url": "https://news.slack.example/"}


def post_message(workspace: Workspace, given: Arguments) -> Arguments:
    _check_content(given)
    if "thread_ts" in given and not workspace.find(given["channel"], given["thread_ts"]):
        raise Refusal("thread_not_found")
    kept = {name: given[name] for name in ("text", "blocks", "thread_ts", "metadata") if name in given}
    message = workspace.add(given["channel"], bot_id=BOT_ID, user=BOT_USER, app_id=APP, **kept)
    return {"channel": given["channel"], "ts": message["ts"], "message": message}


def update(workspace: Workspace, given: Arguments) -> Arguments:
    _check_content(given)
    message = _own(workspace, given)
    if message.get("streaming_state") == "in_progress":
        raise Refusal("streaming_state_conflict")
    with workspace.changed:
        message.pop("markdown_text", None)
        message.update({name: given[name] for name in ("text", "blocks") if name in given})
        message["updates"] = message.get("updates", 0) + 1
        workspace.changed.notify_all()
    return {"channel": given["channel"], "ts": given["ts"], "text": given.get("text", "")}


def post_ephemeral(workspace: Workspace, given: Arguments) -> Arguments:
    _check_content(given)
    with workspace.changed:
        workspace.ephemeral.append(given)
        workspace.changed.notify_all()
    return {"message_ts": workspace.ts()}


def start_stream(workspace: Workspace, given: Arguments) -> Arguments:
    is_direct = given["channel"].startswith("D")
    if not given.get("thread_ts") or not workspace.find(given["channel"], given["thread_ts"]):
        raise Refusal("invalid_thread_ts")
    if not is_direct and not given.get("recipient_user_id"):
        raise Refusal("missing_recipient_user_id")
    if not is_direct and not given.get("recipient_team_id"):
        raise Refusal("missing_recipient_team_id")
    message = workspace.add(
        given["channel"],
        bot_id=BOT_ID,
        user=BOT_USER,
        thread_ts=given["thread_ts"],
        streaming_state="in_progress",
        markdown_text=_markdown(given),
    )
    return {"channel": given["channel"], "ts": message["ts"]}


def append_stream(workspace: Workspace, given: Arguments) -> Arguments:
    message = _streaming(workspace, given)
    text = _markdown(given)
    if not text:
        raise Refusal("no_text")
    with workspace.changed:
        message["markdown_text"] += text
        message["appends"] = message.get("appends", 0) + 1
        workspace.changed.notify_all()
    return {"channel": given["channel"], "ts": given["ts"]}


def stop_stream(workspace: Workspace, given: Arguments) -> Arguments:
    message = _streaming(workspace, given)
    blocks = given.get("blocks", [])
    if problems_of_message(blocks):
        raise Refusal("invalid_blocks")
    with workspace.changed:
        message["markdown_text"] += _markdown(given)
        message["blocks"] = blocks
        message["streaming_state"] = "completed"
        workspace.changed.notify_all()
    return {"channel": given["channel"], "ts": given["ts"], "message": message}


def replies(workspace: Workspace, given: Arguments) -> Arguments:
    found = workspace.thread(given["channel"], given["ts"])
    if not found:
        raise Refusal("thread_not_found")
    oldest, start, limit = given.get("oldest", "0"), int(given.get("cursor") or 0), int(given.get("limit", 1_000))
    # as Slack does, the root is always among them
    found = [one for one in found if one["ts"] > oldest or one["ts"] == given["ts"]]
    hidden = set() if str(given.get("include_all_metadata")) in {"1", "True", "true"} else {"metadata"}
    page = [{name: value for name, value in one.items() if name not in hidden} for one in found[start : start + limit]]
    more = start + limit < len(found)
    return {
        "messages": page,
        "has_more": more,
        "response_metadata": {"next_cursor": str(start + limit) if more else ""},
    }


def set_status(workspace: Workspace, given: Arguments) -> Arguments:
    workspace.statuses.append(given)
    return {}


def set_title(workspace: Workspace, given: Arguments) -> Arguments:
    workspace.titles.append(given)
    return {}


def set_prompts(workspace: Workspace, given: Arguments) -> Arguments:
    if not 1 <= len(given["prompts"]) <= 4 or any(not one["title"] or not one["message"] for one in given["prompts"]):
        raise Refusal("invalid_arguments")
    with workspace.changed:
        workspace.prompts.append(given)
        workspace.changed.notify_all()
    return {}


def open_view(workspace: Workspace, given: Arguments) -> Arguments:
    if problems_of_view(given["view"]):
        raise Refusal("invalid_arguments")
    with workspace.changed:
        workspace.views.append(given["view"])
        workspace.changed.notify_all()
    return {"view": given["view"]}


METHODS: dict[str, Callable[[Workspace, Arguments], Arguments]] = {
    "auth.test": auth_test,
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.postEphemeral": post_ephemeral,
    "chat.startStream": start_stream,
    "chat.appendStream": append_stream,
    "chat.stopStream": stop_stream,
    "conversations.replies": replies,
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setTitle": set_title,
    "assistant.threads.setSuggestedPrompts": set_prompts,
    "views.open": open_view,
}


def _check_content(given: Arguments) -> None:
    blocks = given.get("blocks") or []
    if isinstance(blocks, str):
        blocks = json.loads(blocks)
    if not blocks and not given.get("text"):
        raise Refusal("no_text")
    if len(given.get("text", "")) > TEXT_CHARS:
        raise Refusal("msg_too_long")
    problems = problems_of_message(blocks)
    if problems:
        raise Refusal("msg_blocks_too_long" if "msg_blocks_too_long" in problems else "invalid_blocks")


def _markdown(given: Arguments) -> str:
    text = str(given.get("markdown_text", ""))
    if len(text) > MARKDOWN_CHARS:
        raise Refusal("msg_too_long")
    return text


def _own(workspace: Workspace, given: Arguments) -> Arguments:
    message = workspace.find(given["channel"], given["ts"])
    if message is None:
        raise Refusal("message_not_found")
    if message.get("bot_id") != BOT_ID:
        raise Refusal("cant_update_message")
    return message


def _streaming(workspace: Workspace, given: Arguments) -> Arguments:
    message = _own(workspace, given)
    if message.get("streaming_state") != "in_progress":
        raise Refusal("message_not_in_streaming_state")
    return message
