"""ikm.db: its tables, and how to open it. nlp is its only writer; it can be deleted and rebuilt from articles.db."""

import sqlite3
from pathlib import Path

import sqlite_utils

from nlp.sentence import sentence

# In the comment stands what Datasette looks for when it asks whether `articles` can be searched.
FTS = """
create virtual table if not exists articles_fts using fts5(
    /* content="articles" */ title, text, stems, aliases, content="search_source", content_rowid="id"
)
"""
SCHEMA = """
create table if not exists publishers (
    name text primary key, title text, homepage text, network text, reach text, zone text, language text
);
create table if not exists crawls (
    id integer primary key, publisher text references publishers(name), started text, ended text,
    found integer, fetched integer, stored integer, part integer, revised integer, unchanged integer,
    duplicate integer, listed integer, not_article integer, not_relevant integer, blocked integer, paywalled integer,
    gone integer, too_large integer, broken integer, robots integer, error text, unanswered integer
);
create table if not exists stories (
    id integer primary key,        -- the id of its first article
    title text, first text, articles integer, publishers integer
);
-- Narrow on purpose: the text stands in article_texts.
create table if not exists articles (
    id integer primary key,        -- the same as in articles.db, for ever
    published text,                -- as the publisher says it: ISO 8601 with offset
    day text,                      -- of publication, in the publisher's own zone
    title text not null, publisher text references publishers(name), relevant integer not null,
    authors text not null, editors text not null, section text, dateline text, tags text not null,
    caption text, photo_credit text, story integer references stories(id), words integer not null, pages integer,
    complete integer, paywalled integer, modified text, language text, fetched text, content_hash text,
    url text not null unique, kept integer not null default 1, gone text
);
create table if not exists article_texts (
    id integer primary key references articles(id), text text not null, stems text not null, aliases text not null
);
create view if not exists search_source as
    select articles.id, title, coalesce(caption || char(10), '') || article_texts.text as text, stems, aliases
    from articles join article_texts on article_texts.id = articles.id;
create table if not exists entities (
    id text primary key, label text not null, name text not null, code text, aliases text not null
);
create table if not exists mentions (
    article integer not null references articles(id), label text not null, entity text not null references entities(id),
    text text not null, part text not null, start integer not null, "end" integer not null,
    primary key (article, part, start, "end", label, entity)
);
create table if not exists officials (
    article integer not null references articles(id), person text not null references entities(id), name text not null,
    office text not null, institution text, institution_entity text references entities(id), aliases text not null,
    part text not null, start integer not null, "end" integer not null,
    primary key (article, person, office)
);
create table if not exists quotes (
    article integer not null references articles(id), speaker text references entities(id), speaker_name text,
    speaker_text text, cue text, kind text not null, text text not null,
    part text not null, start integer not null, "end" integer not null,
    sentence text,                 -- or sentences: all that the quotation and its attribution stand in
    primary key (article, part, start)
);
create table if not exists figures (
    article integer not null references articles(id), value real, upper real, kind text not null, unit text not null,
    what text, bound text not null, doubtful integer not null, text text not null,
    part text not null, start integer not null, "end" integer not null, sentence text not null,
    primary key (article, part, start)
);
create table if not exists dates (
    article integer not null references articles(id), date text not null, text text not null,
    part text not null, start integer not null, "end" integer not null,
    primary key (article, part, start)
);
create table if not exists topics (
    article integer not null references articles(id), topic text not null, words text not null,
    primary key (article, topic)
);
-- The former texts of revised articles, as articles.db keeps them.
create table if not exists revisions (
    article integer not null references articles(id), number integer not null, replaced text, title text, caption text,
    text text, modified text, fetched text, content_hash text, primary key (article, number)
);
-- MinHash of each text: alike ones are one story.
create table if not exists fingerprints (article integer primary key references articles(id), minhash blob not null);
-- Made anew after each tagging, so that pages answer at once.
create table if not exists article_entities (
    entity text not null references entities(id), day text not null, article integer not null references articles(id),
    mentions integer not null, primary key (entity, day, article)
) without rowid;
create table if not exists entity_months (
    entity text not null references entities(id), month text not null, articles integer not null,
    mentions integer not null, primary key (entity, month)
) without rowid;
-- What the dashboards show; coverage.py says what a row means.
create table if not exists publisher_days (
    day text not null, publisher text not null references publishers(name), articles integer not null,
    relevant integer not null, collected integer not null, primary key (day, publisher)
) without rowid;
create table if not exists topic_days (
    topic text not null, day text not null, articles integer not null, primary key (topic, day)
) without rowid;
create table if not exists entity_days (
    label text not null, day text not null, entity text not null, articles integer not null,
    primary key (label, day, entity)
) without rowid;
create table if not exists speaker_days (
    day text not null, speaker text not null references entities(id), quotes integer not null,
    primary key (day, speaker)
) without rowid;
-- One row per tagging: which rules read what.
create table if not exists taggings (
    id integer primary key autoincrement, started text not null, ended text, rules text not null, model text,
    mark integer, articles integer, failed integer
);
-- Articles that a component could not read; the rest of what was read out of them is there.
create table if not exists failures (
    article integer not null references articles(id), component text not null, error text not null,
    primary key (article, component)
);
create index if not exists articles_day on articles(day);
create index if not exists articles_published on articles(published);
create index if not exists articles_publisher_day on articles(publisher, day);
create index if not exists articles_story on articles(story);
create index if not exists mentions_entity on mentions(entity, article);
create index if not exists officials_person on officials(person);
create index if not exists officials_institution on officials(institution_entity);
create index if not exists quotes_speaker on quotes(speaker);
create index if not exists figures_kind on figures(kind, unit, value);
create index if not exists figures_article on figures(kind, article, value);
create index if not exists topics_topic on topics(topic, article);
create index if not exists publisher_days_publisher on publisher_days(publisher, day);
"""
SENTENCES = """
update quotes set sentence = (select sentence_at(
        case quotes.part when 'title' then a.title when 'caption' then a.caption else t.text end,
        quotes.start, quotes."end")
    from articles as a left join article_texts as t on t.id = a.id where a.id = quotes.article)
"""


def ikm_db(path: Path) -> sqlite_utils.Database:
    """The database of what was read at `path`, created when missing; in WAL mode, so Datasette never waits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite_utils.Database(path)
    db.conn.execute("pragma busy_timeout = 30000")
    db.enable_wal()
    db.conn.executescript(FTS.strip() + ";" + SCHEMA)
    _migrate(db.conn)
    return db


def _migrate(db: sqlite3.Connection) -> None:
    """Gives a database that an earlier version made what has been added since; all of it, or nothing."""
    if any(row[1] == "sentence" for row in db.execute("pragma table_info(quotes)")):
        return
    db.create_function("sentence_at", 3, sentence, deterministic=True)
    with db:
        db.execute("begin")
        db.execute("alter table quotes add column sentence text")
        db.execute(SENTENCES)
