"""What a page prints behind a review that is no part of it: sharing, comments, newsletters, notices. Data only."""

from __future__ import annotations

import re

from bot.corpus.block_words import any_of

_FLAGS = re.VERBOSE | re.IGNORECASE

_CLOSING = any_of(
    r"""
    thanks for reading\b.{0,160}|thank you for reading\b.{0,160}|discussion about this (?:post|video).{0,20}
    ready for more\??|start writing|get the app|substack is .{0,60}
    \d{1,6} (?:likes?|restacks?|followers?|claps?)\b.{0,40}
    enter your e-?mail\b.{0,80}|get (?:the|our) (?:best|latest|newsletter)\b.{0,120}|your e-?mail address\b.{0,120}
    sign up (?:for|to|now|here|today)\b.{0,140}|join (?:our|the) mailing list\b.{0,80}|email address:?
    join \d[\d,.]* (?:other )?(?:subscribers|followers)\b.{0,60}|never miss a (?:post|review)\b.{0,80}
    (?:printer|print)[ -]friendly\b.{0,40}|e-?mail (?:this|blogthis)\b.{0,140}|print this\b.{0,40}
    (?:license|reuse) this (?:article|content)\b.{0,20}|explore more on these topics|topics
    most (?:viewed|read|popular)\b.{0,40}
    a version of this (?:article|review)\b.{0,160}
    this (?:article|review|post|piece) (?:was )?(?:first|originally) .{0,160}
    as an? .{0,30}(?:affiliate|associate)\b.{0,160}|we may earn\b.{0,140}
    this (?:post|article) (?:may )?contains? affiliate\b.{0,140}
    got something to say\b.{0,120}|have (?:your|an?) (?:say|opinion)\b.{0,120}|what did you think\b.{0,120}
    enjoy(?:ed)? this\b.{0,140}|if you (?:enjoyed|liked) this (?:review|post|article|piece)\b.{0,140}
    required fields are marked.{0,20}|(?:comment|name|email|website)(?: ?\*)+|write a comment.{0,5}
    save my name\b.{0,120}
    built with .{0,40}|made with .{0,40}|theme(?: by|:) .{0,60}|proudly powered by .{0,40}|blog at wordpress.{0,20}
    see all|view all|recent posts|blog archive|primary sidebar|reader interactions|footer|site footer|bottom of page
    post not marked as liked|rated nan out of 5 stars.{0,40}|display posts from previous.{0,60}
    page \d{1,3} of \d{1,3}
    (?:previous|next|older|newer) (?:post|article|review|story|entry|posts)?\b.{0,60}|(?:newer|older) posts?\b.{0,60}
    donate to .{0,60}|\$\d+|of \$\d+ contributed|more from author|listen to this (?:article|review)|listen|read aloud
    (?:last )?(?:modified|updated) .{0,60}|follow|status|careers|help|privacy|terms|collection notice
    give (?:a )?gift.{0,40}
    (?:click to )?(?:share|email|print|tweet) (?:on|this|a link|via)\b.{0,100}|open in app|write|edit
    permalink|bookmark.{0,60}
    liked by .{0,80}|posted in .{0,160}|tagged .{0,160}|in (?:film|movie|reviews?)s?,? tags? .{0,120}
    """
)
CLOSING = re.compile(rf"^\W{{0,4}}{_CLOSING}\W{{0,4}}$", _FLAGS)
"""A line that belongs to the page, wherever it stands around the prose."""

_END = any_of(
    r"""
    comments?|(?:\d{1,5}|no) (?:comments?|replies|responses|thoughts? on)\b.{0,80}|leave a (?:reply|comment)\b.{0,60}
    reader (?:comments|interactions)\b.{0,20}|discussion(?: about this (?:post|video))?|post navigation
    related (?:posts?|articles?|reviews?|stories|content)|join the (?:conversation|discussion).{0,30}
    (?:blog )?archive|most (?:viewed|read|popular)\b.{0,40}|write a comment.{0,5}|primary sidebar
    """
)
END = re.compile(rf"^\W{{0,3}}{_END}\W{{0,3}}$", _FLAGS)
"""Behind this, nothing is the critic's."""

_BREAK = any_of(
    r"""
    you (?:may|might) also (?:like|enjoy)\b.{0,20}|(?:recent|popular|latest) (?:posts|reviews|news)
    share this\b.{0,30}
    like this|more (?:from|in|on)\b.{0,60}|advertisement|trending(?: now)?|recommended(?: for you)?|read (?:more|next)
    (?:previous|next)(?: (?:article|post|review|story))?|explore more on these topics|topics|share
    """
)
BREAK = re.compile(rf"^\W{{0,3}}{_BREAK}\W{{0,3}}$", _FLAGS)
"""Behind this stand the site's own short lines, until prose goes on."""

PROFILE = re.compile(
    r"""^(?P<name>[^\W\d_a-z][\w'.-]{0,24}(?:\ [^\W\d_][\w'.-]{0,24}){0,3})
    \ (?:is|has\ been|was)\ (?:(?:a|an|the|our)\ )?(?:[\w',&-]{1,20}\ ){0,8}?
    (?:critic|writer|reviewer|journalist|editor|blogger|contributor|columnist|podcaster)\b""",
    re.VERBOSE,
)
"""What a page says of the critic."""
