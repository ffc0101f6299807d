"""Words that tell nothing of what a message is about: data only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    """
    a about above across after again against ago ah all almost along already also although always am
    among an and another any anyone anything are around as at away back be because been before behind
    being below beside best better between both but by can cannot come could d did didn do does doesn
    doing don done down during each either else enough even ever every everyone everything few find
    first for from further get gets getting give given go goes going gone good got great had has hasn
    have haven having he her here hers herself hi him himself his how however i if in indeed instead
    into is isn it its itself just last later least less let like ll lot lots m made make makes making
    many may maybe me might mine more most much must my myself near never new next no nobody none nor
    not nothing now of off often oh ok okay on once one only onto or other others our ours out over own
    per perhaps please quite rather re right s said same say says see seem seems set several shall she
    should since so some somehow someone something sometimes soon still such t take takes than that the
    their theirs them themselves then there these they thing things this those though three through thus
    till to today together too toward towards two under unless unlike until up upon us use used using
    usually ve very via want wants was wasn we well went were weren what whatever when where whether
    which while who whole whom whose why will with within without won would wouldn yeah yes yet you your
    yours yourself
    """
)
"""Words that hold sentences together; a title of nothing else ("It", "Us", "Up") is mostly no title."""

CHATTER = _words(
    """
    actually ain aren bit cinema com couldn day feel feels felt film films gonna guess guys hadn http
    https hour hours imho imo kind kinda look looking looks lmao lol morning movie movies nah omg
    people pls really review reviews saw
    seen shouldn sort stuff sure thanks think thinks thought thx time times tomorrow tonight wanna watch
    watched watching week www yesterday
    """
)
"""What everybody says of every film, and how people talk in a chat."""
