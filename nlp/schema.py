"""The tables, views and indexes of ikm.db, as SQL."""

# In the comment stands what Datasette looks for when it asks whether `articles` can be searched.
FTS = """
create virtual table if not exists articles_fts using fts5(
    /* content="articles" */ title, text, stems, aliases, keys, content="search_source", content_rowid="ordinal"
)
"""
# Rowid of articles_fts: minutes on the publisher's clock, then the id. Descending it is newest first, days are a range.
ORDINAL = """
ordinal integer generated always as
    (coalesce(strftime('%s', substr(published, 1, 16)) / 60, 0) * 4294967296 + id) virtual
"""
SEARCH_SOURCE = """
create view if not exists search_source as
    select articles.id, ordinal, title, coalesce(caption || char(10), '') || article_texts.text as text, stems, aliases,
        coalesce(keys, '') as keys
    from articles join article_texts on article_texts.id = articles.id
    left join article_keys on article_keys.article = articles.id
"""
SCHEMA = f"""
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
    url text not null unique, kept integer not null default 1, gone text,
    {ORDINAL.strip()}
);
create table if not exists article_texts (
    id integer primary key references articles(id), text text not null, stems text not null, aliases text not null
);
-- For filters of a search (search.py).
create table if not exists article_keys (article integer primary key references articles(id), keys text);
{SEARCH_SOURCE.strip()};
-- Words of all texts, and in about how many articles each stands: what a search for the beginning of a word asks for.
create table if not exists search_words (word text primary key, articles integer not null) without rowid;
create table if not exists entities (
    id text primary key, label text not null, name text not null, code text, aliases text not null
);
create table if not exists mentions (
    article integer not null references articles(id), label text not null, entity text not null references entities(id),
    text text not null, part text not null, start integer not null, "end" integer not null,
    rule text,                     -- what found it: lexicon/rules.toml; here and below null in rows of earlier versions
    primary key (article, part, start, "end", label, entity)
);
create table if not exists officials (
    article integer not null references articles(id), person text not null references entities(id), name text not null,
    office text not null, institution text, institution_entity text references entities(id), aliases text not null,
    part text not null, start integer not null, "end" integer not null, rule text,
    primary key (article, person, office)
);
create table if not exists quotes (
    article integer not null references articles(id), speaker text references entities(id), speaker_name text,
    speaker_text text, cue text, kind text not null, text text not null,
    part text not null, start integer not null, "end" integer not null,
    sentence text,                 -- or sentences: all that the quotation and its attribution stand in
    rule text, speaker_rule text,  -- what found it, and why it is this speaker
    primary key (article, part, start)
);
create table if not exists figures (
    article integer not null references articles(id), value real, upper real, kind text not null, unit text not null,
    what text, bound text not null, doubtful integer not null, text text not null,
    part text not null, start integer not null, "end" integer not null, sentence text not null, rule text,
    primary key (article, part, start)
);
create table if not exists dates (
    article integer not null references articles(id), date text not null, text text not null,
    part text not null, start integer not null, "end" integer not null, rule text,
    primary key (article, part, start)
);
create table if not exists topics (
    article integer not null references articles(id), topic text not null, words text not null, rule text,
    primary key (article, topic)
);
-- The former texts of revised articles, as articles.db keeps them.
create table if not exists revisions (
    article integer not null references articles(id), number integer not null, replaced text, title text, caption text,
    text text, modified text, fetched text, content_hash text, primary key (article, number)
);
-- Who bears which name (as a slug): persons of one name are told apart by office, region and time (identities.py). Rows
-- stay when an article goes, so that nobody else gets the id.
create table if not exists identities (
    name text not null, person text not null, primary key (name, person)
) without rowid;
-- The offices that each person was seen in. Written while articles are read, and made anew after each tagging.
create table if not exists offices (
    person text not null, office text not null,
    institution text not null,     -- "" where the office has none
    institution_entity text,
    region text,                   -- careers.py says what it means
    first_seen text, last_seen text,  -- days of publication
    articles integer not null, primary key (person, office, institution)
) without rowid;
-- MinHash of each text: alike ones are one story.
create table if not exists fingerprints (article integer primary key references articles(id), minhash blob not null);
-- Days of publication whose articles have changed since the tables below were made; "" is no day.
create table if not exists changed_days (day text primary key) without rowid;
-- Persons who were named, or are named no more, since `offices` was made.
create table if not exists changed_persons (person text primary key) without rowid;
-- Made anew for those days after each tagging, so that pages answer at once. They say no "references": Datasette counts
-- the rows that refer to a row whenever it shows that.
create table if not exists article_entities (
    entity text not null, day text not null, article integer not null,
    mentions integer not null, primary key (entity, day, article)
) without rowid;
create table if not exists entity_months (
    entity text not null, month text not null, articles integer not null,
    mentions integer not null, primary key (entity, month)
) without rowid;
-- What the dashboards show; coverage.py says what a row means.
create table if not exists publisher_days (
    day text not null, publisher text not null, articles integer not null,
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
    day text not null, speaker text not null, quotes integer not null,
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
create unique index if not exists articles_ordinal on articles(ordinal);
create index if not exists articles_day on articles(day);
create index if not exists articles_published on articles(published);
create index if not exists articles_publisher_day on articles(publisher, day);
create index if not exists articles_publisher on articles(publisher, published);
create index if not exists articles_section on articles(section, published);
create index if not exists articles_story on articles(story);
create index if not exists articles_relevant on articles(relevant, published);
create index if not exists crawls_publisher on crawls(publisher, started);
create index if not exists entities_code on entities(code, label);
create index if not exists entities_label on entities(label, name);
create index if not exists mentions_entity on mentions(entity, article);
create index if not exists officials_person on officials(person);
create index if not exists officials_institution on officials(institution_entity);
create index if not exists identities_person on identities(person);
create index if not exists offices_institution on offices(institution);
create index if not exists offices_last on offices(last_seen);
create index if not exists offices_body on offices(institution_entity, last_seen);
create index if not exists quotes_speaker on quotes(speaker);
create index if not exists figures_kind on figures(kind, unit, value);
create index if not exists figures_value on figures(kind, value);
create index if not exists figures_upper on figures(kind, upper) where upper is not null;
create index if not exists topics_topic on topics(topic, article);
create index if not exists publisher_days_publisher on publisher_days(publisher, day);
"""
