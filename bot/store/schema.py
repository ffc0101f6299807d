"""The tables, as numbered migrations; the only place with DDL.

Every table carries its library or hangs on a review that does. Rowids of sentences lie in one range a library
(``no << 40``), so that a full-text query is bounded and never walks through what another library holds.
"""

from __future__ import annotations

APPLICATION_ID = 0x50554C51  # "PULQ"

RANGE_BITS = 40
"""Sentences a library may hold, as a power of two."""

_FIRST = (
    """
    CREATE TABLE libraries (
        id INTEGER PRIMARY KEY,  -- 0 for the operator's, else the server's id
        no INTEGER NOT NULL UNIQUE,  -- small and dense, for rowid ranges
        unresolved INTEGER NOT NULL DEFAULT 0,  -- reviews changed since films were last put
        loaded_at TEXT,
        -- Counted up when the names of that kind change: a running bot sees another process' load.
        films_generation INTEGER NOT NULL DEFAULT 0,
        critics_generation INTEGER NOT NULL DEFAULT 0,
        people_generation INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE roots (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        name TEXT NOT NULL,  -- the folder's, which is part of its reviews' keys
        folder TEXT NOT NULL,  -- where it was when last loaded whole
        PRIMARY KEY (library_id, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE films (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        id TEXT NOT NULL,  -- public id
        title TEXT NOT NULL,
        year INTEGER,
        aliases TEXT NOT NULL,  -- JSON
        digest TEXT NOT NULL,
        actors TEXT NOT NULL,  -- JSON, the cast of this library's reviews alone
        crew TEXT NOT NULL,  -- JSON, likewise
        PRIMARY KEY (library_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY,
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        public_id TEXT NOT NULL UNIQUE,
        root TEXT NOT NULL,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        film TEXT,
        critic TEXT NOT NULL,  -- public id, an unnamed critic's own included
        critic_name TEXT,
        outlet TEXT,
        published TEXT,
        url TEXT,
        headline TEXT,
        percent REAL,  -- of the overall score
        UNIQUE (library_id, root, source),
        FOREIGN KEY (library_id, film) REFERENCES films (library_id, id)
    ) STRICT
    """,
    "CREATE INDEX reviews_of_film ON reviews (library_id, film, critic)",
    "CREATE INDEX reviews_of_critic ON reviews (library_id, critic)",
    """
    CREATE TABLE review_texts (
        review_id INTEGER PRIMARY KEY REFERENCES reviews (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE review_facts (
        review_id INTEGER PRIMARY KEY REFERENCES reviews (id) ON DELETE CASCADE,
        -- JSON, what the review says by itself
        films TEXT NOT NULL,
        credits TEXT NOT NULL,
        mentions TEXT NOT NULL,
        sources TEXT NOT NULL,  -- where critic, outlet, date and the like were read
        settled_credits TEXT  -- as the review's film settled them; NULL until then
    ) STRICT
    """,
    """
    CREATE TABLE scores (
        review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        label TEXT NOT NULL,
        value REAL NOT NULL,
        scale REAL,
        percent REAL,
        raw TEXT NOT NULL,
        start INTEGER,
        stop INTEGER,
        given TEXT,
        rule TEXT NOT NULL,
        confidence REAL NOT NULL,
        PRIMARY KEY (review_id, ordinal)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sentences (
        id INTEGER PRIMARY KEY,  -- in its library's range
        review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        worth REAL NOT NULL,  -- weight of the best quote it is part of, else 0; search shows the best first
        spoiler INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX sentences_of_review ON sentences (review_id, start)",
    """
    CREATE VIEW sentence_texts (id, text) AS
    SELECT s.id, substr(t.text, s.start + 1, s.stop - s.start)
    FROM sentences AS s JOIN review_texts AS t ON t.review_id = s.review_id
    """,
    """
    CREATE VIRTUAL TABLE sentence_search USING fts5 (
        text,
        content = 'sentence_texts',
        content_rowid = 'id',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TABLE quotes (
        id INTEGER PRIMARY KEY,
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
        public_id TEXT NOT NULL,
        film TEXT,  -- the review's, repeated for the walk's indexes
        critic TEXT NOT NULL,  -- likewise
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        themes TEXT NOT NULL,  -- separated by blanks, in the extractor's order
        stance TEXT,
        verdict INTEGER NOT NULL,
        spoiler INTEGER NOT NULL,
        weight REAL NOT NULL,
        shuffle INTEGER NOT NULL  -- from the public id: its place on the random walk
    ) STRICT
    """,
    "CREATE INDEX quotes_of_review ON quotes (review_id, start)",
    "CREATE INDEX quotes_by_public_id ON quotes (public_id)",
    "CREATE INDEX walk_all ON quotes (library_id, shuffle)",
    "CREATE INDEX walk_critic ON quotes (library_id, critic, shuffle)",
    # Partial, so that a load writes it once, when films are put; a critic within a film is sifted from it.
    "CREATE INDEX walk_film ON quotes (library_id, film, shuffle) WHERE film IS NOT NULL",
    """
    CREATE TABLE quote_themes (
        library_id INTEGER NOT NULL,
        theme TEXT NOT NULL,
        shuffle INTEGER NOT NULL,
        quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
        PRIMARY KEY (library_id, theme, shuffle, quote_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX themes_of_quote ON quote_themes (quote_id)",
    """
    CREATE TABLE quote_people (
        library_id INTEGER NOT NULL,
        person TEXT NOT NULL,  -- public id
        shuffle INTEGER NOT NULL,
        quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
        PRIMARY KEY (library_id, person, shuffle, quote_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX people_of_quote ON quote_people (quote_id)",
    """
    CREATE TABLE review_people (
        library_id INTEGER NOT NULL,
        person TEXT NOT NULL,  -- public id
        review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
        spelling TEXT NOT NULL,  -- as this review writes it
        name TEXT NOT NULL,  -- as settled
        -- The key's columns stand first, or SQLite 3.40 reports the others as NULL in its integrity check.
        PRIMARY KEY (library_id, person, review_id, spelling)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX people_of_review ON review_people (review_id)",
    """
    CREATE TABLE moved_ids (
        old_id TEXT PRIMARY KEY,  -- of a review, quote or unnamed critic before its file moved
        new_id TEXT NOT NULL,
        review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX moves_of_review ON moved_ids (review_id)",
    """
    CREATE TABLE walks (
        key TEXT PRIMARY KEY,  -- scope and filter
        cursor INTEGER NOT NULL
    ) STRICT
    """,
)

# What a server's members give, how its managers set the bot, and what becomes of it when the bot has left.
_SECOND = (
    "ALTER TABLE libraries ADD COLUMN left_at TEXT",  # ISO 8601, UTC; NULL while the bot is in the server
    """
    CREATE TABLE library_settings (
        library_id INTEGER PRIMARY KEY REFERENCES libraries (id),
        adders TEXT NOT NULL CHECK (adders IN ('managers', 'everyone')),
        spoilers TEXT NOT NULL CHECK (spoilers IN ('hide', 'veil', 'show')),
        searched TEXT NOT NULL CHECK (searched IN ('both', 'own', 'operator')),
        excerpt_limit INTEGER NOT NULL CHECK (excerpt_limit > 0),  -- characters of one review in a reply
        whole_reviews INTEGER NOT NULL,  -- paging may reveal a whole review
        attribution TEXT
    ) STRICT
    """,
    """
    CREATE TABLE imports (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        id TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        channel_id INTEGER,  -- of the message that shows how far it is
        message_id INTEGER,
        total INTEGER NOT NULL,
        started_at TEXT NOT NULL,  -- ISO 8601, UTC
        state TEXT NOT NULL CHECK (state IN ('running', 'cancelled')),
        PRIMARY KEY (library_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE originals (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        id TEXT NOT NULL,  -- public id, the review's as well
        source TEXT NOT NULL,
        form TEXT NOT NULL,  -- "file" or "row"
        name TEXT NOT NULL,  -- of the file that was given, which may have held many
        data BLOB NOT NULL,  -- zlib
        digest TEXT NOT NULL,
        given TEXT NOT NULL,  -- JSON, what people say of it
        user_id INTEGER NOT NULL,
        added_at TEXT NOT NULL,  -- ISO 8601, UTC
        state TEXT NOT NULL CHECK (state IN ('proposed', 'importing', 'kept')),
        import_id TEXT,  -- until that import is finished
        PRIMARY KEY (library_id, id),
        UNIQUE (library_id, source),
        FOREIGN KEY (library_id, import_id) REFERENCES imports (library_id, id)
    ) STRICT
    """,
    "CREATE INDEX originals_by_state ON originals (library_id, state, added_at)",
    "CREATE INDEX originals_of_import ON originals (library_id, import_id) WHERE import_id IS NOT NULL",
    "CREATE INDEX originals_by_digest ON originals (library_id, digest)",
    """
    CREATE TABLE cast_spellings (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        film TEXT NOT NULL,  -- public id; "" for every film, since a key holds no NULL
        folded TEXT NOT NULL,
        spelling TEXT NOT NULL,
        person TEXT NOT NULL,  -- whom it stands for, in the right spelling
        PRIMARY KEY (library_id, film, folded)
    ) STRICT, WITHOUT ROWID
    """,
)

# What members come back for: favourites, a server's quote of the day; and what share of a review an answer shows.
_THIRD = (
    """
    CREATE TABLE favourites (
        user_id INTEGER NOT NULL,
        quote TEXT NOT NULL,  -- public id when it was kept
        library_id INTEGER NOT NULL REFERENCES libraries (id),  -- whose quote it is
        kept_in INTEGER REFERENCES libraries (id),  -- the server; NULL in direct messages
        kept_at TEXT NOT NULL,  -- ISO 8601, UTC
        PRIMARY KEY (user_id, quote)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX favourites_of_library ON favourites (library_id)",
    "CREATE INDEX favourites_of_server ON favourites (kept_in, quote) WHERE kept_in IS NOT NULL",
    # Characters of its sentences: asked for with every answer, so not summed up each time.
    "ALTER TABLE reviews ADD COLUMN body INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE reviews SET body = (
        SELECT coalesce(sum(s.stop - s.start), 0) FROM sentences AS s WHERE s.review_id = reviews.id
    )
    """,
    """
    CREATE TABLE dailies (
        library_id INTEGER PRIMARY KEY REFERENCES libraries (id),
        channel_id INTEGER NOT NULL,
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),  -- of the local day
        zone TEXT NOT NULL,  -- IANA name
        film TEXT,  -- public id
        searched TEXT CHECK (searched IN ('both', 'own', 'operator')),  -- NULL: as the server's settings say
        style TEXT NOT NULL CHECK (style IN ('text', 'card')),
        set_by INTEGER,  -- a user's id; NULL once it was forgotten
        state TEXT NOT NULL CHECK (state IN ('on', 'paused', 'stopped')),
        failures INTEGER NOT NULL,  -- in a row
        trouble TEXT,  -- of the last failure
        cursor INTEGER NOT NULL,  -- where its own walk through the quotes stands
        next_day TEXT NOT NULL,  -- ISO 8601, local
        next_at TEXT NOT NULL  -- ISO 8601, UTC
    ) STRICT
    """,
    "CREATE INDEX dailies_by_time ON dailies (next_at) WHERE state = 'on'",
    """
    CREATE TABLE daily_posts (
        library_id INTEGER NOT NULL REFERENCES libraries (id),
        day TEXT NOT NULL,  -- ISO 8601, local
        claimed_at TEXT NOT NULL,  -- ISO 8601, UTC
        channel_id INTEGER NOT NULL,
        message_id INTEGER,
        state TEXT NOT NULL CHECK (state IN ('claimed', 'posted', 'failed')),
        PRIMARY KEY (library_id, day)
    ) STRICT, WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD)
"""Statements that lead from one version to the next; the version is their count."""
