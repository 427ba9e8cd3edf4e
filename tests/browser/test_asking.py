"""Asking, reading the answer, and opening what it cites."""

from collections.abc import Sequence

from playwright.sync_api import Page, expect

from tests.browser.faltering import DRAFT, DRAFTED, NOTICE
from tests.browser.reading import answer_of, ask, open_page
from tests.browser.stories import DEAD, LAMPS, PIER, UNKNOWN

FIRST_SIGHT_MS = 300


def test_a_citation_opens_the_article_at_the_quoted_words(page: Page) -> None:
    """The marked words beside the answer are the quote, and they are in sight."""
    open_page(page)
    view = ask(page, LAMPS)
    citation = answer_of(view)["citations"][0]

    view.locator(".marker").first.click()

    marked = page.locator("#reader mark")
    expect(marked).to_have_text(citation["quote"])
    expect(marked).to_be_in_viewport()
    expect(page.locator("#reader h2")).to_have_text(citation["title"])
    expect(page.locator("#reader h2")).to_be_focused()


def test_a_citation_has_an_address_of_its_own(page: Page) -> None:
    """The address of a marker shows the article with the same words marked, without any script."""
    open_page(page)
    view = ask(page, LAMPS)
    citation = answer_of(view)["citations"][0]

    page.goto(view.locator(".marker").first.get_attribute("href") or "")

    assert page.url.endswith("#cited")
    expect(page.locator("mark")).to_have_text(citation["quote"])
    expect(page.locator("mark")).to_be_in_viewport()


def test_every_marker_shows_its_quote(page: Page) -> None:
    """Hovering and focusing both show it; Escape and leaving hide it."""
    open_page(page)
    view = ask(page, PIER)
    citations = answer_of(view)["citations"]
    card = page.locator("#quote-card")

    for marker, citation in zip(view.locator(".statements .marker").all(), citations, strict=True):
        marker.hover()
        expect(card.locator("blockquote")).to_have_text(citation["quote"])
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()
    view.locator(".marker").first.focus()
    page.keyboard.press("ArrowRight")
    expect(card.locator("blockquote")).to_have_text(citations[1]["quote"])
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_figures_are_charted_over_time(page: Page) -> None:
    """Each figure is one mark with its words; the same is there as a table; a mark opens its source."""
    open_page(page)
    view = ask(page, PIER)
    figures = answer_of(view)["figures"]

    marks = view.locator(".chart .mark")
    expect(marks).to_have_count(len(figures))
    told = f"40 lamps, {figures[0]['said_by']}, 9 March 2020, current"
    expect(view.locator(".chart .mark.current")).to_have_attribute("aria-label", told)
    view.locator("summary").click()
    expect(view.locator("tbody tr")).to_have_count(len(figures))
    view.locator(".chart .mark.earlier").click()
    expect(page.locator("#reader mark")).to_contain_text("12 lamps")


def test_no_two_of_many_voices_look_alike_in_a_chart(page: Page) -> None:
    """Five have shapes of their own; all others share one, and the legend says whose it is."""
    open_page(page)
    draw_chart(page, [(day, f"Voice {day}", f"2020-01-0{day}") for day in range(1, 8)])

    own = [f"mark earlier series-{series}" for series in range(5)]
    expect(page.locator(".chart .mark")).to_have_class([*own, "mark earlier series-5", "mark earlier series-5"])
    voices = [f"Voice {number}" for number in range(1, 6)]
    expect(page.locator(".legend > span")).to_have_text([*voices, "Voice 6, Voice 7"])


def test_the_first_label_of_a_chart_does_not_stand_on_the_axis(page: Page) -> None:
    """However long it is, and as high as the words of a level."""
    open_page(page)
    draw_chart(page, [(99_999, "Voice", "2020-01-01"), (200_000, "Voice", "2020-02-01")])

    label = page.locator(".chart .value").first.bounding_box()
    level = page.locator(".chart .tick", has_text="100K").bounding_box()
    assert label is not None
    assert level is not None
    assert level["x"] + level["width"] < label["x"]


def draw_chart(page: Page, told: Sequence[tuple[int, str, str]]) -> None:
    """The chart of figures given as value, speaker and day."""
    page.evaluate(
        """async (told) => {
            const { figureChart } = await import("/static/chart.js");
            const figures = told.map(([value, said_by, as_of]) => (
                { value, said_by, as_of, status: "earlier", citation: 1 }));
            const citation = { number: 1, article_id: "a", version: 1, source_span: [0, 1] };
            document.querySelector("#main").append(figureChart(figures, { citations: [citation] }));
        }""",
        told,
    )


def test_sources_that_disagree_stand_side_by_side(page: Page) -> None:
    """Each with its speaker, its day and its words; the quotes are not repeated below."""
    open_page(page)
    view = ask(page, DEAD)
    answer = answer_of(view)

    expect(view.locator(".headline")).to_have_text("Sources disagree")
    cards = view.locator(".card").all()
    assert len(cards) == len(answer["figures"]) == 2
    for card, figure in zip(cards, answer["figures"], strict=True):
        expect(card.locator(".voice")).to_have_text(figure["said_by"])
        expect(card.locator("time")).to_have_text("6 March 2020")
        expect(card.locator("blockquote")).to_have_text(answer["citations"][figure["citation"] - 1]["quote"])
    tops = {round(card.bounding_box()["y"]) for card in cards}  # type: ignore[index]  # the cards are visible
    assert len(tops) == 1
    expect(view.locator(".references blockquote")).to_have_count(0)


def test_a_refusal_offers_related_articles_and_no_citation(page: Page) -> None:
    """What the archive does not say is said plainly; a related article opens beside it."""
    open_page(page)
    view = ask(page, UNKNOWN)

    expect(view.locator(".headline")).to_have_text("Not in the archive")
    expect(view.locator(".marker")).to_have_count(0)
    title = view.locator(".related .title a").first
    words = title.inner_text()
    title.click()
    expect(page.locator("#reader h2")).to_have_text(words)


def test_a_follow_up_is_understood_and_says_how(page: Page) -> None:
    """The page keeps the conversation, and shows what the short question was taken to mean."""
    open_page(page)
    ask(page, LAMPS)

    view = ask(page, "who said so?")

    expect(view.locator(".statements")).to_contain_text("office")
    expect(page.locator(".understood")).to_contain_text("zebra quay")


def test_an_earlier_conversation_comes_back_as_it_was(page: Page) -> None:
    """The history is kept in this browser and read again from the receipts; it can be cleared."""
    open_page(page)
    first = ask(page, LAMPS).inner_text()
    page.click("#history .new")
    expect(page.locator(".turn")).to_have_count(0)

    page.reload()
    page.locator("#history-list a", has_text=LAMPS).click()
    expect(page.locator(".answer")).to_be_visible()
    assert page.locator(".answer").inner_text() == first

    page.click("#history-clear")
    expect(page.locator("#history-list li")).to_have_count(0)


def test_as_of_hides_what_came_later(page: Page) -> None:
    """The day, the sources and their effect are all visible."""
    open_page(page)
    page.click("#limits summary")
    page.fill("#as_of", "2020-02-01")
    page.check("#limits input[value='Harbour Post']")

    view = ask(page, LAMPS)

    expect(page.locator(".limits-used")).to_have_text("as of 1 February 2020 · Harbour Post")
    assert answer_of(view)["short_answer"] == "12"
    assert {citation["source"] for citation in answer_of(view)["citations"]} == {"Harbour Post"}


def test_a_draft_is_shown_as_unchecked_and_then_gone(page: Page) -> None:
    """A chat model's words before the check never look like an answer; what went differently is told."""
    open_page(page)
    page.fill("#question", DRAFTED)
    page.keyboard.press("Enter")

    expect(page.locator(".draft")).to_have_text(DRAFT)
    expect(page.locator(".working-words")).to_contain_text("not checked yet")
    expect(page.locator(".answer-notice")).to_have_text(NOTICE)
    expect(page.locator(".turn")).not_to_contain_text("99")


def test_the_answer_is_visible_soon_after_the_first_byte(page: Page) -> None:
    """Between the first byte of the reply and the drawn answer pass at most 300 ms; the best of three tries counts."""
    open_page(page)
    page.evaluate(
        """() => { window.seen = []; new MutationObserver(() => {
             const count = document.querySelectorAll('.answer').length;
             if (count > window.seen.length) requestAnimationFrame(() => window.seen.push(performance.now()));
           }).observe(document.getElementById('turns'), {childList: true, subtree: true}); }"""
    )
    for _ in range(3):
        ask(page, LAMPS)
    page.wait_for_function("window.seen.length >= 3")

    waited = page.evaluate(
        """() => performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/v1/ask'))
             .map((entry, index) => window.seen[index] - entry.responseStart)"""
    )

    assert len(waited) == 3
    assert min(waited) <= FIRST_SIGHT_MS, waited
