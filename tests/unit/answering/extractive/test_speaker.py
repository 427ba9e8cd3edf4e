from app.answering.checking.statements import check
from app.answering.extractive.speaker import write_speaker
from app.models import Answer, Citation, Span
from tests.unit.answering.corner import article

TOLD = "More than 800 people have fled, the Red Cross said, warning that there was no room left."


def test_the_speaker_of_a_sentence_that_denies_something_is_named() -> None:
    """The denial is what the speaker says, and not that the speaker said it."""
    told = article(TOLD)
    cited = Citation(1, told.article_id, told.version, "", "Wire", None, "2020-02-13", TOLD, Span(0, len(TOLD)))
    given = Answer(
        **{name: name for name in ("id", "question", "standalone_question", "short_answer", "answer", "writer")},
        **dict.fromkeys(("claims", "figures", "related"), ()),
        **dict.fromkeys(("as_of", "model", "prompt")),
        citations=(cited,),
        status="answered",
        archive_version=3,
        timings_ms={},
    )

    checked = check(write_speaker(given, lambda *_: told))

    assert (checked.status, checked.short_answer) == ("answered", "Red Cross")
