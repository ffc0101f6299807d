"""The words that stand around printed scores: labels, categories, other people's verdicts, counted things."""

from __future__ import annotations

from bot.text import fold

NUMBER_WORDS: dict[str, float] = {
    "zero": 0,
    "nil": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "hundred": 100,
}

LETTERS: dict[str, float] = {
    "A+": 12,
    "A": 12,
    "A-": 11,
    "B+": 10,
    "B": 9,
    "B-": 8,
    "C+": 7,
    "C": 6,
    "C-": 5,
    "D+": 4,
    "D": 3,
    "D-": 2,
    "F+": 1,
    "F": 0,
    "F-": 0,
}
"""Letter grades on :data:`LETTER_SCALE`; an E stands between D and F in no table, so it is left unread."""

LETTER_SCALE = 12.0

USUAL_SCALES = frozenset({4.0, 5.0, 10.0, 100.0})
"""Scales that a number in running prose may be read against; others need a label."""

ANY_SCALE = frozenset(map(float, range(2, 21))) | {25.0, 30.0, 40.0, 50.0, 100.0}
"""Scales that a labelled score may have."""

AGES_OF_ADMISSION = frozenset({12.0, 15.0, 16.0, 18.0})
"""A bare number after "Rating:" that says who may see a film, not how good it is."""


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split(",")))


OVERALL_LABELS = _folded("""
    overall, overall score, overall rating, overall grade, overall verdict, overall mark, overall marks,
    overall impression, score overall, rating overall, film overall, movie overall, on the whole, all in
    all, in total, total, total score, average, average score, final, final score, final rating, final
    grade, final mark, final verdict, final judgement, final judgment, final analysis, final thoughts, final
    word, verdict, bottom line, conclusion, summary, takeaway, review score
    """)
"""Labels of the main verdict, folded; a label counts by its last words."""

RATING_NOUNS = r"(?:ratings?|scores?|grades?|rate|marks?|stars?|judge?ment|points|verdict|note|wertung)"
RATING_WORDS = rf"(?:{RATING_NOUNS}|rated|graded|scored)"

CATEGORY_WORDS = _folded("""
    acting, action, actors, animation, art, atmosphere, audio, cast, casting, character, characters,
    characterisation, characterization, characterizations, chemistry, choreography, cinematography, comedy,
    concept, content, costumes, craft, creativity, design, dialog, dialogue, directing, direction, drama,
    editing, effects, emotion, ending, enjoyment, entertainment, execution, extras, features, feel, fights,
    fun, fx, gore, horror, humor, humour, impact, laughs, length, lighting, look, makeup, message, music,
    narrative, novelty, nudity, originality, pace, pacing, performance, performances, photography, picture,
    plot, premise, presentation, production, realism, replay, replayability, rewatchability, romance,
    satisfaction, scares, screenplay, script, scripting, sets, setting, sex, sfx, sound, soundtrack,
    special, spectacle, story, storyline, storytelling, stunts, style, subtlety, suspense, technical,
    tension, theme, themes, tone, value, video, villain, villains, violence, visual, visuals, worldbuilding,
    writing
    """)
"""Words that make a label a category of its own ("Story", "Special effects", "Geek Satisfaction")."""

COUNTED_THINGS = r"""(?:people|persons?|times?|men|women|girls?|boys?|kids|guys|viewers?|critics|reviewers?
    |users|voters
    |films|movies|pictures|sequels|episodes?|seasons?|scenes?|jokes|shots|minutes?|mins?|hours?|seconds
    |days?|weeks?|months?
    |years?|dollars|bucks|pounds|cents|feet|miles|actors|actresses|characters|nominations|awards|oscars
    |songs|tracks|discs?
    |books|parts|chapters|reels|americans|doctors|dentists|households|couples|students|teenagers|cases
    |attempts|tries|copies
    |theaters|theatres|which|whom|them|us|those|these|its|the|his|her|their|my|our|your)"""
"""What follows a count, never a score ("two out of five people", "one of the four films")."""

OTHER_SOURCES = r"""(?:imdb|rotten\s?tomatoes|tomatometer|metacritic|meta\s?score|letterboxd|cinemascore
    |flixster|netflix|amazon
    |douban|rt|user\s(?:score|rating)s?|audience\sscore|critics|reviewers|ebert|siskel|maltin
    |the\s(?:new\s)?(?:times|guardian)
    |magazine|consensus|audiences?|voters?|users?|people|somebody|someone|everyone|everybody|others|fans
    |viewers)"""
"""Whose verdict it is when it isn't the review's own."""

RELATIVES = r"""(?:wife|husband|girlfriend|boyfriend|partner|friends?|buddy|son|daughter|kids?|children
    |brother|sister|mother
    |mom|mum|father|dad|roommate|colleague|cousin|nephew|niece|fianc[eé]e?|editor|co-?host|parents)"""

FILM_NOUNS = r"""(?:film|movie|flick|picture|feature|show|series|episode|production|one|effort|sequel
    |remake|documentary|comedy
    |thriller|horror|drama|game|dvd|disc|blu-?ray|version|thing|piece|entry|instalment|installment|short)"""
