"""Every slash command, as a member of a server meets it."""

from __future__ import annotations

from typing import Any

import pytest

from simcord.components import walk_components


def words(message: Any) -> str:
    """All text of an answer."""
    return "\n".join(part["content"] for part in walk_components(message.components) if part["type"] == 10)


async def test_review(club: Any) -> None:
    result = await club.slash("review", film="nine geese")
    print(words(result.response))
    for c,o in (("quote",{}),("scores",{"film":"nine geese"}),("cast",{"film":"nine geese"}),("person",{"name":"Jack Merrow"}),("search",{"text":"geese"}),("films",{}),("critics",{}),("about",{}),("review",{"film":"nine geese","critic":"Ada"})):
        result = await club.slash(c, **o)
        print("=====",c,o, result.response.ephemeral, result.response.content)
        print(words(result.response))
