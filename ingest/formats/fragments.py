"""HTML fragments (the body of a feed entry or of a JSON field) to plain paragraphs. Pure."""

from __future__ import annotations

import re

from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types

_MARKUP = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|body|article|section|table|blockquote)\s*>|<(?:p|br)\s*/?>", re.IGNORECASE
)
_SILENT = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "button", "form", "nav", "aside", "head",
)  # fmt: skip
_BLOCK_NAMES = """
address article blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section
table tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def looks_like_html(text: str) -> bool:
    """Whether block markup occurs in it."""
    return bool(_MARKUP.search(text))


def html_to_text(fragment: str) -> str:
    """Its words, a blank line between blocks, without scripts, styles, forms and navigation; "" when none are left."""
    try:
        tree = html.fragment_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", fragment), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, *_SILENT, with_tail=False)
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.text = f"\n\n{element.text or ''}"
            element.tail = f"\n\n{element.tail or ''}"
        elif element.tag == "br":
            element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
