"""What stands in bylines and is no critic's name: vocabulary, as data."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_A_CRITIC = _words(
    """
    staff admin administrator editor editors guest anonymous unknown author contributor team the a an this that my
    our me myself far now then way chance any all no nature default means design definition itself himself herself
    comparison contrast popular request virtue home film films movie movies review reviews read more follow share
    updated published posted written comments comment login menu search
    project genre title budget studio runtime country language starring cast distributor
    """
)
"""First or last words of what follows "By" and names nobody."""

OUTLET_WORD = re.compile(
    r"\b(?:times|post|tribune|gazette|herald|journal|weekly|daily|reviews?|magazine|observer|chronicle|news|press"
    r"|telegraph|guardian|critics?|blog|reels?|cinema|films?|movies?|screen|media|pictures|\w+\.(?:com|org|net))\b",
    re.IGNORECASE,
)
JOB = re.compile(
    r"""^(?:(?:our|the|a)\ )?(?:[\w&'-]{1,20}\ ){0,3}
    (?:critic|writer|reviewer|editor|correspondent|contributor|columnist|reporter)$""",
    re.IGNORECASE | re.VERBOSE,
)
PLACES = frozenset(
    ("new york", "los angeles", "san francisco", "hong kong", "new delhi", "cape town", "united kingdom")
)
"""Places of two words and more that stand under a critic's name."""
