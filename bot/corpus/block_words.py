"""What gives a line away as something other than the review's own prose: vocabulary and line shapes, as data.

Every pattern is matched on one line of at most a few hundred signs, in the plain view (straight quotes, "-").
"""

from __future__ import annotations

import re

_FLAGS = re.VERBOSE | re.IGNORECASE


def any_of(phrases: str) -> str:
    """One alternation of phrases set a line each; blanks in them are blanks."""
    return (
        "(?:"
        + "|".join(line.strip().replace(" ", r"\ ") for line in phrases.splitlines() if line.strip())
        + ")"
    )


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r|ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = rf"""(?:
    {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,?\ \d{{4}})?               # June 4th, 2025
  | \d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH}(?:,?\ \d{{4}})?      # 4 June 2025
  | {_MONTH}\ \d{{4}}
  | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}
  | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}
)"""
_AGO = r"(?:(?:over|about|almost)\ )?(?:\d{1,2}|an?)\ (?:hour|day|week|month|year)s?\ ago"
_NAME_WORD = r"(?:[^\W\d_a-z][\w'.-]{0,24}|(?:de|da|di|del|della|der|den|du|la|le|van|von|bin|al|ten|ter)\b)"
_NAME = rf"{_NAME_WORD}(?:\ {_NAME_WORD}){{0,4}}"  # by its shape alone; case matters

DATE_LINE = re.compile(
    rf"""^(?:(?:posted|published|(?:last\ )?updated|date|reviewed|written|created|watched|seen|viewed|screened)
      (?:\ on|\ at)?
      [:\s]{{0,3}})?
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)?(?:day)?,?\ ?
    (?:{_DATE}|{_AGO})
    (?:,?\ (?:at\ )?\d{{1,2}}[:.]\d\d(?:\ ?[ap]\.?m\.?)?)?(?:\ ?[a-z]{{2,4}})?[.|\s]{{0,3}}$""",
    _FLAGS,
)

READING_TIME = re.compile(
    r"""^(?:reading\ time:?\ )?(?:about\ )?\d{1,3}\ ?-?min(?:ute)?s?\.?
      (?:\ (?:to\ )?read(?:ing)?(?:\ time)?)?$
    |^(?:about\ )?\d+\ words$""",
    _FLAGS,
)

_BY = any_of(
    """
    (?:an? |the )?(?:(?:film|movie|full|guest) )?review(?:ed)? by
    (?:words|text|written|posted|published|submitted|contributed|article|story) by
    (?:words|text) ?[:|]
    by
    (?:the )?(?:author|critic|reviewer|writer|by) ?[:|]
    (?:(?:film|movie) )?review courtesy(?: of|:)
    """
)
BYLINE = re.compile(
    rf"""^(?:-{{1,2}}\ ?)?(?i:{_BY}):?\ {{0,2}}(?:-\ )?(?P<name>{_NAME})
    (?P<rest>(?:\ ?[,|@(/·•*-]|\ (?i:on|for|of|at|in)\ |\ \d).{{0,120}})?[.,;:]?$""",
    re.VERBOSE,
)
NAME_LINE = re.compile(
    rf"^(?:-{{1,2}}\ ?|[~•*]\ ?)?(?P<name>{_NAME_WORD}(?:\ {_NAME_WORD}){{1,3}})$", re.VERBOSE
)

_NUMBER = r"(?:zero|half|one|two|three|four|five|six|seven|eight|nine|ten)"
_SCORE = rf"""(?:
    [+-]?\d{{1,3}}(?:[.,]\d{{1,2}})?\ ?(?:/|\bout\ of\b|\bof\b)\ ?\d{{1,3}}(?:\.0)?    # 7.5/10, 3 out of 5
  | \d{{1,3}}(?:\.\d)?\ ?(?:%|percent|stars?|points?)
  | [★☆⭐✩✭✮½¼¾*]{{1,10}}(?:\ ?1/2|½)?
    (?:\ ?(?:/|out\ of|of)\ ?(?:\d{{1,2}}|[★☆*]{{1,10}}))?(?:\ stars?)?
  | (?:\*\ ){{1,9}}\*
  | {_NUMBER}(?:\ and\ a\ half)?(?:\ stars?)?\ (?:stars|out\ of\ (?:four|five|ten|\d{{1,2}})(?:\ stars)?)
)"""
SCORE_LINE = re.compile(
    rf"""^(?:(?:[-•*]\ ?)?[^\W\d_][\w'&/ ]{{0,40}}?\ ?[:=-]{{1,2}}\ ?)?{_SCORE}
    (?:\ ?\(?{_SCORE}\)?)?(?:\ (?:stars?|points?))?[-.!)\s]{{0,4}}$""",
    _FLAGS,
)
LABELLED_SCORE = re.compile(
    r"""^(?:[-•*]\ ?)?(?:(?:my|our|the|final|overall|total|star|movie|film|geek|critic'?s?)\ ){0,3}
    (?:score|rating|grade|verdict|stars)s?(?:\ (?:for|of)\ [^:]{1,60})?\ ?[:=-]{1,2}\ ?
    (?P<value>[^.!?]{1,40})[.!]?$""",
    _FLAGS,
)
SCORE_HEADING = re.compile(
    r"^(?:[\w']{1,20}\ ){0,4}(?:scores?|ratings?|grades?|scorecard|scoreboard)\ ?:?$", _FLAGS
)
LABEL_ALONE = re.compile(
    r"^(?:[-•*]\ ?)?[^\W\d_][\w'&/-]{1,20}(?:\ [\w'&/-]{1,20}){0,3}\ ?[:-]?$|^[-•|*]{1,3}$", _FLAGS
)

_IMAGE = (
    r"(?:images?|photos?|photographs?|pictures?|pics?|stills?|artwork|posters?|video|thumbnail"
    r"|screenshots?|gif)"
)
_IMAGE_KIND = r"(?:(?:all|featured?|header|cover|main|banner|lead|promo(?:tional)?|stills?|hero)\ )"
_FROM = r"(?:credits?(?:\ to)?|courtesy(?:\ of)?|via|by|source|from|copyright|©|property\ of)"
IMAGE_CREDIT = re.compile(
    rf"""^\W{{0,3}}{_IMAGE_KIND}{{0,2}}{_IMAGE}
      (?:\ (?:is\ |are\ )?{_FROM}\b.{{0,160}}|\ ?[:|-]\ ?.{{1,140}}|\ ?\(.{{1,60}}\))$
  | ^\W{{0,3}}(?:image|photo|picture)\ (?:credit|source)s?\b.{{0,160}}$
  | ^(?:credits?|source|via|caption|courtesy(?:\ of)?)\ ?[:]\ ?.{{1,120}}$
  | ^\(?(?:photo|image|picture|still)s?\ (?:by|from|courtesy)\ .{{1,120}}$
  | ^\(?courtesy\ of\ .{{1,60}}\)?$
  | ^.{{0,80}}(?:/\ ?getty\ images|via\ (?:imdb|tmdb|ap)|©\ ?(?:\d{{4}}\ )?[\w .,&-]{{2,60}})\)?\.?$""",
    _FLAGS,
)

_MENU = any_of(
    r"""
    home|menu|search|login|log in|sign (?:in|up)|register|contact(?: us)?|about(?: us)?|archives?|close|more
    skip to (?:main )?content|toggle navigation|back(?: to top)?|(?:top|bottom) of page|next|prev(?:ious)?
    (?:next|previous|older|newer) (?:post|article|review|entry|page)s?.{0,120}
    share|tweet|pin(?: it)?|email|print|like|reblog|copy link|rss|loading\.{0,3}|reply
    facebook|twitter|x|instagram|pinterest|reddit|tumblr|linkedin|whatsapp|telegram|youtube|letterboxd|tiktok
    threads|bluesky|share (?:this|on|via|it)\b.{0,60}|tweet (?:this|on)\b.{0,40}|like this:?
    advertisement|ads?|sponsored(?: content)?|(?:story|article) continues\b.{0,40}
    (?:no|\d{1,5}) (?:comments?|replies|responses|shares|likes|views|posts|articles|results)\b.{0,60}
    comments?(?: are closed.{0,20}| off| section| \(\d+\))?|leave a (?:comment|reply)\b.{0,60}
    (?:post a|view) comments?|related(?: (?:posts?|articles?|reviews?|stories|links|content|reading))?
    you (?:may|might) (?:also )?(?:like|enjoy)\b.{0,40}|recommended(?: for you)?|trending(?: now)?
    read (?:more|next|also|full).{0,140}|(?:see|also read|continue reading)(?: also)?\b.{0,140}
    more (?:from|on|reviews|in)\b.{0,80}|(?:popular|latest|recent) (?:posts|reviews|news)
    tags?|categor(?:y|ies)|filed under|tagged(?: (?:with|as))?|posted in|labels?
    (?:watch|view|see|play) (?:the )?(?:\w+ )?(?:trailer|video|clip)\b.{0,60}
    (?:official |the )?trailers?(?: below| here)?:?|click (?:here|to)\b.{0,140}
    (?:read (?:my )?)?reviews? on (?:letterboxd|imdb|rotten tomatoes)|originally (?:published|posted)\b.{0,80}
    subscribe\b.{0,140}|follow (?:us|me|him|her|them|@|\w+ on)\b.{0,140}|newsletters?\b.{0,60}
    support (?:us|me)\b.{0,100}|buy me a coffee.{0,40}|connect with .{0,60}
    join (?:our|us|the (?:newsletter|discord|conversation|subreddit))\b.{0,100}
    (?:copyright|©|\(c\)).{0,140}|all rights reserved.{0,60}|(?:privacy|cookie) policy.{0,40}
    terms (?:of|and) .{0,40}|powered by .{0,60}|disclaimer:?.{0,300}|disclosure:.{0,300}|affiliate .{0,200}
    """
)
NAVIGATION = re.compile(rf"^\W{{0,3}}{_MENU}\W{{0,3}}$", _FLAGS)

FACT_LABEL = re.compile(
    r"""^(?:(?:written\ (?:and|&)\ )?directed\ by|directors?|written\ by|screenplay(?:\ by)?|writers?|starring|stars
    |cast)\ ?:?$""",
    _FLAGS,
)
"""A label of the film's facts with the fact on the next line."""
BYLINE_LABEL = re.compile(
    r"^(?:(?:(?:film|movie)\ )?review(?:ed)?\ by|by|(?:words|text|posted|published)\ by|author|critic|reviewer)\ ?:?$",
    _FLAGS,
)
"""A byline's label with the name on the next line."""

NAVIGATION_LABELLED = re.compile(
    r"""^\W{0,3}(?:tags?|categor(?:y|ies)|filed\ under|tagged(?:\ (?:with|as))?|posted\ in|labels?|related
    |also|read\ (?:more|next)|previously|source|link|website|url|via|playlist|download|listen)\ ?:\ ?.{1,240}$""",
    _FLAGS,
)

LINK_ONLY = re.compile(
    r"""^\W{0,4}(?:\[\d{1,3}\]:\ ?)?(?:https?://|www\.)\S{1,400}\W{0,4}$
    |^[\w.-]{1,60}\.(?:com|org|net|co\.uk|blog|tv)/?\S{0,100}$""",
    _FLAGS,
)

CONTENT_WARNING = re.compile(
    r"""^\W{0,6}(?:(?:warning|caution|beware|note)\W{1,4})?(?:\w{1,12}\ ){0,4}spoilers?\W{0,4}
    (?:\w{1,12}\W{1,2}){0,6}$
    | ^(?:cw|tw|content\ warnings?|trigger\ warnings?)\b\W{1,4}.{0,200}$""",
    _FLAGS,
)

_FACT = any_of(
    r"""
    directors?|directed by|dir\.?|writers?|written by|screenplay(?: by)?|story by|based on
    produc(?:ers?|ed by)
    cast|stars?|starring|featuring|with|music(?: by)?|composers?|cinematograph(?:y|er)(?: by)?
    edit(?:ors?|ed by|ing)|distribut(?:or|ed by|ion)|studios?|production compan(?:y|ies)
    release(?:d)?(?: date)?|in theaters|opens|running time|run[ -]?time|length|duration|genres?|country
    language
    mpaa(?: rating)?|certificate|certification|rated|budget|box office|year|(?:original )?title|film|movie
    (?:available|streaming) on|where to watch|platform|format
    """
)
_AND = r"(?:,|,?\ and|\ &)\ "
FACT_LINE = re.compile(
    rf"""^\W{{0,3}}{_FACT}\ ?:\ ?.{{1,400}}$
    | ^\W{{0,2}}(?:rated\ )?(?:pg-13|pg|r|nc-17|g|12a|15|18|u)\W{{1,3}}.{{0,40}}\d{{2,3}}\ ?min.{{0,60}}$
    | ^rated\ (?:pg-13|pg|r|nc-17|g|tv-\w+)\b.{{0,240}}$
    | ^(?:(?:written|directed|produced)\ (?:and|&)\ )?(?:directed|written|produced)\ by
      \ (?-i:{_NAME})(?:{_AND}(?-i:{_NAME})){{0,3}}\.?$
    | ^(?:also\ )?starring\ (?-i:{_NAME})(?:{_AND}(?-i:{_NAME})){{1,20}}\.?$
    | ^(?:19|20)\d\d[,|·•/;\ -]{{1,3}}(?:.{{0,60}}[,|·•/;\ ])?\d{{2,3}}\ ?min(?:ute)?s?\b.{{0,80}}$
    | ^\W{{0,2}}(?:running\ time|run[\ -]?time|runtime)\b.{{0,60}}$
    | ^\W{{0,2}}\d{{2,3}}\ ?min(?:ute)?s?\.?(?:\W.{{0,60}})?$""",
    _FLAGS,
)

_SERIES = (
    "year|day|week|month|night|film|movie|part|episode|ep|issue|vol|volume|no|number|entry|review|season"
    "|round|show|challenge|marathon"
)
SERIES_LABEL = re.compile(
    rf"""^\W{{0,3}}(?:(?:{_SERIES})s?\.?\ ?\#?\d{{1,4}}\b\W{{0,3}}){{1,4}}(?:\(.{{0,60}}\))?$
    | ^\#?\d{{1,4}}$
    | ^[^|\n]{{1,60}}\|\ ?\#?\d{{1,4}}\ ?[/|]\ ?\d{{1,4}}\b.{{0,120}}$     # Some Challenge, 12/52, its theme
    | ^(?:[\w'-]{{1,20}}\ ){{1,4}}challenge\ \d{{1,4}}$
    | ^[^\W\d_][\w'. ]{{1,40}},\ (?:(?:early|late|spring|summer|autumn|fall|winter)\ )?\d{{4}}s?$  # Paris, 1955
    """,
    _FLAGS,
)
"""A diary's own count ("Year 1, Day 353"), and a place with its year that opens a summary."""

_SECTION = any_of(
    r"""
    (?:joke )?review(?: transcript)?|summary|verdict|plot(?: summary)?|story(?:line)?|synopsis|conclusion
    bottom line|final (?:thoughts?|words?|verdict|grade)|thoughts|cast|introduction|intro|overview|analysis
    transcript|pros|cons|the (?:good|bad|ugly)|good|bad|ugly|before|after|acting|performances?|direction
    visuals
    music|spoilers?|notes?|trivia|stray (?:observations|thoughts)(?: ?/ ?spoilers)?|premise|tl;?dr|takeaways?
    """
)
SUBHEAD_LABEL = re.compile(
    rf"^\W{{0,4}}(?:(?:the|my|our|final|in|a|quick|short|full|movie|film)\ ){{0,3}}"
    rf"{_SECTION}\ ?[:.-]{{0,2}}\W{{0,4}}$",
    _FLAGS,
)

_ASK = any_of(
    """
    check out|join|subscribe|follow|sign up|tune in|listen to|visit|download|support|click|like us|read more
    find (?:us|me|more)|head (?:over|on over) to|pick up|let (?:us|me) know|catch up
    """
)
_ASK_FIRST = any_of(
    """
    check out|join|subscribe|follow|sign up|tune in|listen|visit|download|support|click|like|find|read
    head|share
    reviews?|let (?:us|me)|what did you think|have you seen
    """
)
_LEAD_IN = any_of("and|also|please|be sure to|make sure to|don't forget to|you can|for more")
_PLACE = any_of(
    """
    podcasts?|newsletter|patreon|subreddit|discord|youtube|spotify|twitter|facebook|instagram|letterboxd
    tiktok
    bluesky|channel|social media|columns?|website|blog|other reviews|comments? (?:section|below)
    our (?:site|page|store|shop)|mailing list
    """
)
OUTRO_ASK = re.compile(rf"\b{_ASK}\b", _FLAGS)
OUTRO_WHERE = re.compile(rf"\b{_PLACE}\b", _FLAGS)
OUTRO_START = re.compile(rf"^\W{{0,3}}(?:{_LEAD_IN}\W?\ ?){{0,3}}{_ASK_FIRST}\b", _FLAGS)

HEADLINE_REVIEW = re.compile(
    r"""\breview(?:ed)?\b|\breviews(?=\ ?[:|~-]\ |\ (?-i:[^\W\d_a-z]|["']))  # "Reviews, news" is a site's motto
    |\((?:[^()]{0,40}\ )?(?:18|19|20)\d\d(?:\ film|\ movie)?\)\W{0,3}$""",
    _FLAGS,
)
