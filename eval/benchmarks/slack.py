"""How Slack is answered under load: acknowledgement, duplicates and silence, time until the answer is posted.

    python -m eval.benchmarks.slack ARCHIVE QUESTIONS.jsonl[.gz] [--events 2000] [--seconds 20] [--out FILE]

Starts `dateline serve` on the archive and, in this process, the fake Slack of the tests with Slack's rate limits, whose
people then mention the app in 200 channels. Questions are taken in turn. Three loads, one after the other:

- `acknowledged`: 50 events a second; how long each takes to be acknowledged.
- `faults`: so many events, one in ten sent again as Slack does, while one in twenty calls of the Web API fails (refused
  with 500 or 429, or done and then answered with 500 or a dropped connection); questions with no answer, or with two.
- `answered`: 10 questions a second; from the event to its answer in the channel.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, TCPConnector

from eval.benchmarks.serving import read_questions, running_server
from tests.fake_slack.people import SECRET, People, Said, is_finished
from tests.fake_slack.server import BOT_TOKEN, FakeSlack, running

CHANNELS = 200
DRAIN_SECONDS = 300.0
_AGAIN_SECONDS = 1.0
_SHARE_AGAIN, _SHARE_FAULTS = 0.10, 0.05
_SEED = 17


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    questions = read_questions(arguments.questions_file)
    with running() as slack, running_server(arguments.archive, environment=_environment(slack)) as server:
        people = People(slack, server.url)
        answered_at(people, questions[:20], per_second=2)  # warm
        report = {
            "acknowledged": acknowledged(people, _asked(questions, 50 * arguments.seconds)),
            "faults": faults(people, _asked(questions, arguments.events)),
            "answered": answered_at(people, _asked(questions, 10 * arguments.seconds), per_second=10),
            "cores": os.cpu_count(),
            "load_average": round(os.getloadavg()[0], 1),
        }
    text = json.dumps(report, indent=1)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")


def acknowledged(people: People, questions: Sequence[str]) -> dict[str, Any]:
    """Milliseconds until events at 50 a second are acknowledged."""
    people.ack_seconds.clear()
    said = _sent(people, questions, per_second=50)
    waits = sorted(people.ack_seconds)
    return {"events": len(said), **_milliseconds(waits), **_outcome(people, said)}


def faults(people: People, questions: Sequence[str]) -> dict[str, Any]:
    """Questions without an answer and with more than one, while events come again and calls fail."""
    people.ack_seconds.clear()
    people.slack.random_faults = (random.Random(_SEED), _SHARE_FAULTS)  # noqa: S311  # no secret is made of it
    said = _sent(people, questions, per_second=25, again=_SHARE_AGAIN)
    outcome = _outcome(people, said)
    people.slack.random_faults = None
    again = len(people.ack_seconds) - len(said)
    return {"events": len(said), "sent_again": again, "failed_calls": people.slack.failed_at_random, **outcome}


def answered_at(people: People, questions: Sequence[str], *, per_second: float) -> dict[str, Any]:
    """Milliseconds from the message to its posted answer."""
    said = _sent(people, questions, per_second=per_second)
    outcome = _outcome(people, said)
    seen = people.slack.workspace.seen_at
    waits = sorted(seen[_answers(people, one)[0]["ts"]] - seen[one.message["ts"]] for one in said)
    return {"questions": len(said), **_milliseconds(waits), **outcome}


def _sent(people: People, questions: Sequence[str], *, per_second: float, again: float = 0.0) -> list[Said]:
    """Every question as a mention, at this rate whatever becomes of them; a share of the events is sent again."""
    dice = random.Random(_SEED)  # noqa: S311  # no secret is made of it

    async def one(question: str, number: int, session: ClientSession) -> Said:
        said = people.writes(f"C{number % CHANNELS:04}", question, user=f"U{number:05}")
        while await people.deliver("events_api", said.body, session) != 200:
            await asyncio.sleep(_AGAIN_SECONDS)
        if dice.random() < again:
            await people.deliver("events_api", said.body, session)
        return said

    async def all_of_them() -> list[Said]:
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            started = time.perf_counter()
            tasks = []
            for number, question in enumerate(questions):
                await asyncio.sleep(started + number / per_second - time.perf_counter())
                tasks.append(asyncio.ensure_future(one(question, number, session)))
            return await asyncio.gather(*tasks)

    return asyncio.run_coroutine_threadsafe(all_of_them(), people.slack.loop).result()


def _outcome(people: People, said: Sequence[Said]) -> dict[str, Any]:
    """Once all is answered, or long after: how many questions have no answer, and how many more than one."""
    started = time.perf_counter()
    while any(not _answers(people, one) for one in said) and time.perf_counter() - started < DRAIN_SECONDS:
        time.sleep(0.25)
    drained = time.perf_counter() - started
    time.sleep(3.0)  # for an answer too many to show itself
    counts = [len(_answers(people, one)) for one in said]
    silent, doubled = counts.count(0), sum(count > 1 for count in counts)
    return {"silent": silent, "doubled": doubled, "last_answer_after_seconds": round(drained, 1)}


def _answers(people: People, said: Said) -> list[dict[str, Any]]:
    return [one for one in people.slack.workspace.answers(said.channel, said.thread) if is_finished(one)]


def _asked(questions: Sequence[str], count: int) -> list[str]:
    return list(islice(cycle(questions), count))


def _milliseconds(ordered: Sequence[float]) -> dict[str, float]:
    at = {
        name: ordered[round(share * (len(ordered) - 1))] for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    }
    return {f"{name}_ms": round(1000 * value, 1) for name, value in at.items()}


def _environment(slack: FakeSlack) -> dict[str, str]:
    return {
        "DATELINE_SLACK_BOT_TOKEN": BOT_TOKEN,
        "DATELINE_SLACK_SIGNING_SECRET": SECRET,
        "DATELINE_SLACK_API_URL": slack.api_url,
        "DATELINE_SLACK_QUESTIONS_PER_USER": "10000",
        "DATELINE_SLACK_QUESTIONS_PER_CHANNEL": "10000",
        "DATELINE_PUBLIC_URL": "https://news.example",
        "DATELINE_LOG_LEVEL": "error",
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("questions_file", type=Path)
    parser.add_argument("--events", type=int, default=2_000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
