"""What gives a line away as something other than the review's own prose: vocabulary and line shapes, as data.

Every pattern is matched on one line of at most a few hundred signs, in the plain view (straight quotes, "-").
"""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"

DATE = rf"""(?:
    {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,?\ \d{{4}})?     # June 4th, 2025
  | \d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH}(?:,?\ \d{{4}})?  # 4 June 2025
  | {_MONTH}\ \d{{4}}
  | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
  | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}
)"""
"""A calendar date; use with ``re.X`` and ``re.I``."""

NAME_WORD = r"(?:[^\W\d_a-z][\w'.-]{0,24}|(?:de|da|di|del|della|der|den|du|la|le|van|von|bin|al|ten|ter)\b)"
NAME = rf"{NAME_WORD}(?:\ {NAME_WORD}){{0,4}}"
"""A name by its shape alone: one to five capitalised words, particles among them. Case matters."""

DATE_LINE = re.compile(
    rf"""^(?:(?:posted|published|updated|last\ updated|date|reviewed|written|created)(?:\ on|\ at)?[:\s]{{0,3}})?
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)?(?:day)?,?\ ?
    {DATE}(?:,?\ (?:at\ )?\d{{1,2}}[:.]\d\d(?:\ ?[ap]\.?m\.?)?)?(?:\ ?[a-z]{{2,4}})?[.|\s]{{0,3}}$""",
    re.X | re.I,
)

READING_TIME = re.compile(
    r"^(?:reading\ time:?\ )?(?:about\ )?\d{1,3}\ ?-?(?:min(?:ute)?s?\.?)(?:\ (?:to\ )?read(?:ing)?(?:\ time)?)?$|^(?:about\ )?\d+\ words$",
    re.X | re.I,
)

BYLINE = re.compile(
    rf"""^(?:-{{1,2}}\ ?)?
    (?i:(?:(?:film|movie|full|guest)\ )?review(?:ed)?\ by|(?:words|text|written|posted|published|submitted|contributed|article|story)\ by|by
      |(?:the\ )?(?:author|critic|reviewer|writer|by)\ ?[:|]|(?:(?:film|movie)\ )?review\ courtesy(?:\ of|:)|courtesy\ of\ reviewer|reviewer\ -)
    :?\ {{0,2}}(?:-\ )?(?P<name>{NAME})
    (?P<rest>(?:\ ?[,|@(/·•*-]|\ (?i:on|for|of|at|in)\ |\ \d).{{0,120}})?[.,;:]?$""",
    re.X,
)

NAME_LINE = re.compile(rf"^(?:-{{1,2}}\ ?|[~•*]\ ?)?(?P<name>{NAME_WORD}(?:\ {NAME_WORD}){{1,3}})$", re.X)

SCORE = r"""(?:
    [+-]?\d{1,3}(?:[.,]\d{1,2})?\ ?(?:/|\bout\ of\b|\bof\b)\ ?\d{1,3}(?:\.0)?   # 7.5/10, 3 out of 5
  | \d{1,3}(?:\.\d)?\ ?(?:%|percent|stars?|points?)
  | [★☆⭐✩✭✮½¼¾*]{1,10}(?:\ ?1/2|½)?(?:\ ?(?:/|out\ of|of)\ ?(?:\d{1,2}|[★☆*]{1,10}))?(?:\ stars?)?
  | (?:\*\ ){1,9}\*
  | (?:zero|half|one|two|three|four|five|six|seven|eight|nine|ten)(?:\ and\ a\ half)?(?:\ stars?)?\ (?:stars|out\ of\ (?:four|five|ten|\d{1,2})(?:\ stars)?)
)"""

SCORE_LINE = re.compile(
    rf"""^(?P<label>(?:[-•*]\ ?)?[^\W\d_][\w'&/ ]{{0,40}}?\ ?[:=-]{{1,2}}\ ?)?{SCORE}
    (?:\ ?\(?{SCORE}\)?)?(?:\ (?:stars?|points?))?[-.!)\s]{{0,4}}$""",
    re.X | re.I,
)

LABELLED_SCORE = re.compile(
    r"""^(?:[-•*]\ ?)?(?:(?:my|our|the|final|overall|total|star|movie|film|geek|critic'?s?)\ ){0,3}
    (?:score|rating|grade|verdict|stars)s?(?:\ (?:for|of)\ [^:]{1,60})?\ ?[:=-]{1,2}\ ?(?P<value>[^.!?]{1,40})[.!]?$""",
    re.X | re.I,
)

SCORE_HEADING = re.compile(r"^(?:[\w']{1,20}\ ){0,4}(?:scores?|ratings?|grades?|scorecard|scoreboard)\ ?[:]?$", re.X | re.I)

LABEL_ALONE = re.compile(r"^(?:[-•*]\ ?)?[^\W\d_][\w'&/-]{1,20}(?:\ [\w'&/-]{1,20}){0,3}\ ?[:-]?$|^[-•|*]{1,3}$", re.X)

IMAGE_CREDIT = re.compile(
    r"""^\W{0,3}(?:(?:all|feature[d]?|header|cover|main|banner|lead|promo(?:tional)?|still|stills|hero)\ ){0,2}
    (?:images?|photos?|photographs?|pictures?|pics?|stills?|artwork|posters?|video|thumbnail|screenshots?|gif)
    (?:\ (?:is\ |are\ )?(?:credits?(?:\ to)?|courtesy(?:\ of)?|via|by|source|from|copyright|©|property\ of)\b.{0,160}|\ ?[:|-]\ ?.{1,140}|\ ?\(.{1,60}\))$
  | ^\W{0,3}(?:image|photo|picture)\ (?:credit|source)s?\b.{0,160}$
  | ^(?:credits?|source|via|caption|courtesy(?:\ of)?)\ ?[:]\ ?.{1,120}$
  | ^\(?(?:photo|image|picture|still)s?\ (?:by|from|courtesy)\ .{1,120}$
  | ^\(?courtesy\ of\ .{1,60}\)?$
  | ^.{0,80}(?:/\ ?getty\ images|via\ (?:imdb|tmdb|ap)|©\ ?(?:\d{4}\ )?[\w .,&-]{2,60})\)?\.?$""",
    re.X | re.I,
)

NAVIGATION = re.compile(
    r"""^\W{0,3}(?:
      home|menu|search|login|log\ in|sign\ (?:in|up)|register|contact(?:\ us)?|about(?:\ us)?|archives?|skip\ to\ (?:main\ )?content|toggle\ navigation|close|back(?:\ to\ top)?
    | top\ of\ page|bottom\ of\ page|more|next|prev(?:ious)?|(?:next|previous|older|newer)\ (?:post|article|review|entry|page)s?.{0,120}
    | share|tweet|pin(?:\ it)?|email|print|like|reblog|facebook|twitter|x|instagram|pinterest|reddit|tumblr|linkedin|whatsapp|telegram|copy\ link|rss|youtube|letterboxd|tiktok|threads|bluesky
    | share\ (?:this|on|via|it)\b.{0,60}|tweet\ (?:this|on)\b.{0,40}|like\ this:?|loading\.{0,3}|advertisement|ad|ads|sponsored(?:\ content)?|story\ continues\ below.{0,40}|article\ continues\ .{0,40}
    | (?:no|\d{1,5})\ (?:comments?|replies|responses|shares|likes|views)\b.{0,60}|comments?(?:\ are\ closed.{0,20}|\ off|\ section|\ \(\d+\))?|leave\ a\ (?:comment|reply)\b.{0,60}|reply|post\ a\ comment|view\ comments
    | related(?:\ (?:posts?|articles?|reviews?|stories|links|content|reading))?:?|you\ (?:may|might)\ (?:also\ )?(?:like|enjoy)\b.{0,40}|recommended(?:\ for\ you)?|read\ (?:more|next|also|full).{0,140}|see\ also\b.{0,140}|also\ read\b.{0,140}|continue\ reading.{0,140}|more\ (?:from|on|reviews|in)\b.{0,80}|trending(?:\ now)?|popular\ posts|latest\ (?:posts|reviews|news)
    | tags?|categor(?:y|ies)|filed\ under|tagged(?:\ (?:with|as))?|posted\ in|labels?
    | (?:watch|view|see|play)\ (?:the\ )?(?:\w+\ )?(?:trailer|video|clip)\b.{0,60}|(?:official\ )?trailers?:?|(?:the\ )?trailer\ (?:below|here)|click\ (?:here|to)\b.{0,140}|(?:read\ (?:my\ )?)?reviews?\ on\ (?:letterboxd|imdb|rotten\ tomatoes)|originally\ (?:published|posted)\b.{0,80}
    | subscribe\b.{0,140}|follow\ (?:us|me|him|her|them|@|\w+\ on)\b.{0,140}|newsletters?\b.{0,60}|support\ (?:us|me)\b.{0,100}|buy\ me\ a\ coffee.{0,40}|join\ (?:our|us|the\ (?:newsletter|discord|conversation|subreddit))\b.{0,100}|connect\ with\ .{0,60}
    | (?:copyright|©|\(c\)).{0,140}|all\ rights\ reserved.{0,60}|(?:privacy|cookie)\ policy.{0,40}|terms\ (?:of|and)\ .{0,40}|powered\ by\ .{0,60}|disclaimer:?.{0,300}|disclosure:.{0,300}|affiliate\ .{0,200}
    )\W{0,3}$""",
    re.X | re.I,
)

NAVIGATION_LABELLED = re.compile(
    r"^\W{0,3}(?:tags?|categor(?:y|ies)|filed\ under|tagged(?:\ (?:with|as))?|posted\ in|labels?|related|also|read\ (?:more|next)|previously|source|link|website|url|via|playlist|download|listen)\ ?:\ ?.{1,240}$",
    re.X | re.I,
)

LINK_ONLY = re.compile(r"^\W{0,4}(?:\[\d{1,3}\]:\ ?)?(?:https?://|www\.)\S{1,400}\W{0,4}$|^[\w.-]{1,60}\.(?:com|org|net|co\.uk|blog|tv)/?\S{0,100}$", re.X)

CONTENT_WARNING = re.compile(r"^\W{0,6}(?:(?:warning|caution|beware|note)\W{1,4})?(?:\w{1,12}\ ){0,4}spoilers?\W{0,4}(?:\w{1,12}\W{1,2}){0,6}$", re.X | re.I)

FACT_LINE = re.compile(
    r"""^\W{0,3}(?:directors?|directed\ by|dir\.?|writers?|written\ by|screenplay(?:\ by)?|story\ by|based\ on|produc(?:ers?|ed\ by)|cast|stars?|starring|featuring|with|music(?:\ by)?
      |composers?|cinematograph(?:y|er)(?:\ by)?|edit(?:ors?|ed\ by|ing)|distribut(?:or|ed\ by|ion)|studios?|production\ compan(?:y|ies)|release(?:d)?(?:\ date)?|in\ theaters|opens|running\ time|run[\ -]?time|length|duration
      |genres?|country|language|mpaa(?:\ rating)?|certificate|certification|rated|budget|box\ office|year|title|original\ title|film|movie|available\ on|streaming\ on|where\ to\ watch|platform|format)\ ?:\ ?.{1,400}$
    | ^\W{0,2}(?:rated\ )?(?:pg-13|pg|r|nc-17|g|12a|15|18|u)\W{1,3}.{0,40}\d{2,3}\ ?min.{0,60}$
    | ^rated\ (?:pg-13|pg|r|nc-17|g|tv-\w+)\b.{0,240}$
    | ^\W{0,2}(?:running\ time|run[\ -]?time|runtime)\b.{0,60}$
    | ^\W{0,2}\d{2,3}\ ?min(?:ute)?s?\.?(?:\W.{0,60})?$""",
    re.X | re.I,
)

SUBHEAD_LABEL = re.compile(
    r"""^\W{0,4}(?:(?:the|my|our|final|in|a|quick|short|full|movie|film)\ ){0,3}
    (?:review(?:\ transcript)?|summary|verdict|plot(?:\ summary)?|story(?:line)?|synopsis|conclusion|bottom\ line|final\ (?:thoughts?|words?|verdict|grade)|thoughts|cast|introduction|intro|overview|analysis|transcript
      |pros|cons|the\ (?:good|bad|ugly)|good|bad|ugly|before|after|acting|performances?|direction|visuals|music|spoilers?|notes?|trivia|stray\ (?:observations|thoughts)(?:\ ?/\ ?spoilers)?|premise|tl;?dr|takeaways?)
    \ ?[:.-]{0,2}\W{0,2}$""",
    re.X | re.I,
)

TAIL = re.compile(
    r"""^\W{0,3}(?:comments?|(?:\d{1,5}|no)\ (?:comments?|replies|responses)\b.{0,40}|leave\ a\ (?:reply|comment)\b.{0,60}|related\ (?:posts?|articles?|reviews?|stories|content)|you\ (?:may|might)\ also\ (?:like|enjoy)\b.{0,20}
    |recent\ posts|post\ navigation|share\ this\b.{0,30}|like\ this|more\ from\b.{0,60}|join\ the\ (?:conversation|discussion).{0,30}|latest\ (?:posts|reviews)|popular\ posts|advertisement)\W{0,3}$""",
    re.X | re.I,
)

OUTRO_ASK = re.compile(
    r"\b(?:check\ out|join|subscribe|follow|sign\ up|tune\ in|listen\ to|visit|download|support|click|like\ us|find\ (?:us|me|more)|read\ more|head\ (?:over|on\ over)\ to|pick\ up|let\ (?:us|me)\ know|catch\ up)\b",
    re.X | re.I,
)
OUTRO_WHERE = re.compile(
    r"\b(?:podcasts?|newsletter|patreon|subreddit|discord|youtube|spotify|twitter|facebook|instagram|letterboxd|tiktok|bluesky|channel|social\ media|columns?|website|blog|other\ reviews|comments?\ (?:section|below)|our\ (?:site|page|store|shop)|mailing\ list)\b",
    re.X | re.I,
)
OUTRO_START = re.compile(
    r"^\W{0,3}(?:(?:and|also|please|be\ sure\ to|make\ sure\ to|don't\ forget\ to|you\ can|for\ more)\W?\ ?){0,3}(?:check\ out|join|subscribe|follow|sign\ up|tune\ in|listen|visit|download|support|click|like|find|read|head|share|reviews?|let\ (?:us|me)|what\ did\ you\ think|have\ you\ seen)\b",
    re.X | re.I,
)
ABOUT_AUTHOR = re.compile(r"^\W{0,3}about\ the\ (?:author|critic|reviewer|writer)\W{0,3}$", re.X | re.I)

HEADLINE_REVIEW = re.compile(r"\breview(?:ed|s)?\b|\((?:[^()]{0,40}\ )?(?:18|19|20)\d\d\)\W{0,3}$", re.X | re.I)
