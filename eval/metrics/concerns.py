"""Which cases a metric concerns, from their gold alone."""

from eval.cases import Case


def _statuses(case: Case) -> set[str]:
    return {figure.status for figure in case.figures}


def every(_: Case) -> bool:
    """Every case."""
    return True


def answerable(case: Case) -> bool:
    """The archive answers it."""
    return case.answerable


def unanswerable(case: Case) -> bool:
    """The archive does not answer it."""
    return not case.answerable


def has_answers(case: Case) -> bool:
    """Gold answers as text."""
    return bool(case.answers)


def has_figures(case: Case) -> bool:
    """Gold figures."""
    return bool(case.figures)


def has_articles(case: Case) -> bool:
    """Gold articles."""
    return bool(case.gold_articles)


def has_quotes(case: Case) -> bool:
    """Gold places in articles."""
    return bool(case.quotes)


def conflicts(case: Case) -> bool:
    """Sources disagree at one time."""
    return "conflicting" in _statuses(case)


def updated(case: Case) -> bool:
    """A later figure supersedes an earlier one, and nothing conflicts."""
    return "earlier" in _statuses(case) and not conflicts(case)


def agreed(case: Case) -> bool:
    """Figures, and all of them current."""
    return _statuses(case) == {"current"}


def findable(case: Case) -> bool:
    """An answer to look for in known articles."""
    return bool(case.gold_articles and case.answers)
