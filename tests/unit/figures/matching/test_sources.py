"""Who is asked to have said it."""

import pytest

from tests.unit.figures.articles import answer, article, shown


def test_a_source_that_is_only_described_is_asked_for_all_the_same() -> None:
    """ "According to the county hospital"; where no hospital counts, whoever does."""
    text = article(
        "There are 164 cases of measles in Marun, the institute said. The county hospital put it at 190.", title="Marun"
    )
    question = "How many measles cases are there in Marun according to the county {}?"
    assert shown(answer(question.format("hospital"), text)) == [(190, "current")]
    assert 164 in {value for value, _ in shown(answer(question.format("council"), text))}


def test_a_source_may_be_called_by_part_of_its_name() -> None:
    """ "The Observatory" is the Marun Observatory for Rights where the article names that one."""
    question = "How many people were killed in Marun, according to the Marun Observatory for Rights?"
    ours = article(
        "The Marun Observatory for Rights saw the raid. The Observatory said 69 people were killed.", title="Marun"
    )
    assert shown(answer(question, ours)) == [(69, "current")]
    other = article("The Belmar Observatory saw it. The Observatory said 69 people were killed.", title="Marun")
    assert answer(question, other) is None
    beside = ours.text.replace("The Observatory said 69", "The Observatory counts on. In all 69")
    assert shown(answer(question, article(beside, title="Marun"))) == [(69, "current")]


def test_who_is_quoted_may_be_named_beside_the_quote() -> None:
    """ "… has shrunk by 40 percent. …" Amos said: the surname stands near, the full name in the article."""
    question = "What percentage has the economy of Marun shrunk, according to Valerie Amos?"
    text = (
        "Valerie Amos spoke in Marun. {} spoke on. The economy of Marun has shrunk 40 percent. Schools closed {} said."
    )
    ours = article(text.format("She", "Amos"), title="Marun")
    assert shown(answer(question, ours)) == [(40, "current")]
    other = article(f"{'Marun waits for rain. ' * 20}".join(["Valerie Amos spoke. ", text[29:].format("He", "Holm")]))
    assert answer(question, other) is None


@pytest.mark.parametrize(("country", "found"), [("Russia", [(40, "current")]), ("Turkey", [])])
def test_the_ministry_is_that_of_the_country_it_was_said_to_be_of(country: str, found: list[tuple[int, str]]) -> None:
    """ "the ministry said" after "the defence ministry in Moscow"."""
    text = (
        "Air raids went on in Syria, the defence ministry in Moscow said. Some 40 fighters were killed around the "
        "town of Marun, the ministry said."
    )
    assert shown(answer(f"How many fighters did {country} say were killed around Marun?", article(text))) == found
