"""The files in ``prompts/``: load, check, fill in, fingerprint.

A file ``<name>.v<N>.md`` is a text with ``{variables}`` (``{{`` is a brace). A line ``---`` parts the system message
from the user's; without one, all of it is the user's. A released file is never edited: a change is a new number.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from app.chat.protocol import Message
from app.errors import PromptError

FOLDER = Path(__file__).parent.parent / "prompts"
_RULE = "\n---\n"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file; ``fingerprint`` tells its exact text."""

    name: str
    text: str
    fingerprint: str

    @property
    def label(self) -> str:
        """``answer.v1@1f2e3d4c``, as answers carry it."""
        return f"{self.name}@{self.fingerprint}"

    @property
    def variables(self) -> frozenset[str]:
        return frozenset(field for _, field, _, _ in Formatter().parse(self.text) if field)

    def render(self, **values: str) -> list[Message]:
        """The messages with every variable filled in.

        Raises:
            PromptError: a variable is missing, or one is given that the prompt does not have.
        """
        wrong = self.variables ^ values.keys()
        if wrong:
            raise PromptError(
                f"The prompt {self.name} has the variables {sorted(self.variables)}, not {sorted(values)}.",
                hint=f"Give exactly its variables; wrong: {', '.join(sorted(wrong))}.",
            )
        system, rule, user = self.text.partition(_RULE)
        turns = [Message("system", system), Message("user", user)] if rule else [Message("user", system)]
        return [Message(turn.role, turn.content.format(**values).strip()) for turn in turns]


def load_prompt(name: str, folder: Path = FOLDER) -> Prompt:
    """The prompt file of that name, such as ``answer.v1``.

    Raises:
        PromptError: there is no such file, or its braces do not match.
    """
    path = folder / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
        list(Formatter().parse(text))
    except OSError as error:
        known = ", ".join(sorted(file.stem for file in folder.glob("*.md"))) or "none"
        raise PromptError(f"There is no prompt {name}.", hint=f"Known: {known}.") from error
    except ValueError as error:
        raise PromptError(f"The prompt {name} is broken: {error}.", hint="Write {{ for a brace.") from error
    return Prompt(name, text, hashlib.sha256(text.encode()).hexdigest()[:12])
