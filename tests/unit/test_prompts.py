from pathlib import Path

import pytest

from app.errors import PromptError
from app.prompts import FOLDER, load_prompt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "greet.v1.md").write_text("Be {mood}. Reply as {{}}.\n---\nHello {name}", encoding="utf-8")
    (tmp_path / "plain.v1.md").write_text("Only {this}", encoding="utf-8")
    (tmp_path / "broken.v1.md").write_text("A brace { alone", encoding="utf-8")
    return tmp_path


def test_a_rule_parts_system_from_user(folder):
    """The first part instructs, the second asks; braces stay braces."""
    system, user = load_prompt("greet.v1", folder).render(mood="kind", name="{Ada}")

    assert (system.role, system.content) == ("system", "Be kind. Reply as {}.")
    assert (user.role, user.content) == ("user", "Hello {Ada}")


def test_without_a_rule_all_of_it_is_the_users(folder):
    """One message."""
    assert [turn.role for turn in load_prompt("plain.v1", folder).render(this="x")] == ["user"]


@pytest.mark.parametrize("values", [{}, {"mood": "kind"}, {"mood": "kind", "name": "Ada", "more": "x"}])
def test_variables_must_fit_exactly(folder, values):
    """Neither a missing nor a stray variable passes."""
    with pytest.raises(PromptError, match=r"greet\.v1 has the variables"):
        load_prompt("greet.v1", folder).render(**values)


def test_unknown_and_broken_files_are_named(folder):
    """The message says which prompt, the hint which there are."""
    with pytest.raises(PromptError, match=r"no prompt nope\.v1.*greet\.v1"):
        load_prompt("nope.v1", folder)
    with pytest.raises(PromptError, match=r"broken\.v1 is broken"):
        load_prompt("broken.v1", folder)


def test_the_fingerprint_tells_the_text(folder):
    """Another text, another fingerprint."""
    before = load_prompt("plain.v1", folder)
    (folder / "plain.v1.md").write_text("Only {this}!", encoding="utf-8")

    assert before.label.startswith("plain.v1@")
    assert load_prompt("plain.v1", folder).fingerprint != before.fingerprint


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_every_shipped_prompt_can_be_filled_in(path):
    """Its braces match and no variable is left over."""
    prompt = load_prompt(path.stem)

    assert prompt.render(**dict.fromkeys(prompt.variables, "x"))
