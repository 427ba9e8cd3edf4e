import json
from itertools import pairwise

import pytest

from app.answering.generative.reply import Reply, answer_so_far, read_reply

WHOLE = '{"supported": true, "answer": "It has 40 posts, \\"say\\" \\u00e9.", "citations": [1, 3]}'
ANSWER = 'It has 40 posts, "say" é.'


@pytest.mark.parametrize(
    "text",
    [WHOLE, f"```json\n{WHOLE}\n```", f"Sure! {WHOLE} Hope that helps.", f"<think>{{hm}}</think>{WHOLE}"],
)
def test_the_object_is_found_however_it_is_wrapped(text):
    """Fences, chatter and thoughts around it do not matter."""
    assert read_reply(text) == Reply(True, ANSWER, (1, 3))


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("It has 40 posts [1].", Reply(True, "It has 40 posts [1].", ())),
        ('{"supported": true, "answer": "It has 40', Reply(True, "It has 40", ())),
        ('{"supported": false, "answer": "It has 40", "citations": []}', Reply(False, "It has 40", ())),
        ('{"supported": true, "answer": "", "citations": []}', Reply(False, "", ())),
        ('{"supported": true, "answer": "The passages do not mention it.", "citations": [1]}', None),
        ("I cannot answer this from the passages.", None),
        ("The passage states that the mayor left.", Reply(True, "The mayor left.", ())),
        ("According to passage 2, it has 40 posts.", Reply(True, "It has 40 posts.", ())),
        ("", Reply(False, "", ())),
        ("{}", Reply(False, "", ())),
        ('{"supported": true, "answer": ["x"], "citations": "1"}', Reply(False, "", ())),
        ('{"answer": "Yes.", "citations": [true, "2", 3]}', Reply(True, "Yes.", (3,))),
    ],
)
def test_other_replies_are_read_as_meant(text, reply):
    """Plain words, cut-off objects, refusals in words (None) and nonsense."""
    read = read_reply(text)

    assert read == reply if reply else not read.supported


def test_the_answer_grows_while_the_reply_comes_in():
    """Each longer piece of a reply has a longer, or the same, piece of the answer; escapes are never cut."""
    pieces = [answer_so_far(WHOLE[:end]) for end in range(len(WHOLE) + 1)]

    assert all(later.startswith(earlier) for earlier, later in pairwise(pieces))
    assert pieces[-1] == ANSWER == json.loads(WHOLE)["answer"]
