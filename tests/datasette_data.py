"""A small ikm.db of our own wording: articles with everything that can be read out of one, and hostile ones."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from nlp.document import Entity
from nlp.rows import summarise
from nlp.search import aliases, rebuild, stems
from nlp.store import ikm_db

TEXT = (
    "Kementerian Perindustrian membuka pelatihan batik bagi 19 peserta dari Bangladesh dan Laos di Surabaya, "
    "Rabu (3/7/2019).\n\n"
    "“Perajin dari Bangladesh belajar di Dinas Perindustrian Jawa Timur selama dua pekan, nilainya Rp 1,2 triliun,” "
    "ujar Ratna Kusumawati, Dirjen IKMA.\n\n"
    "Menurut Ratna, pemerintah ingin 4,4 juta pelaku usaha kecil naik kelas."
)
CAPTION = "Ratna Kusumawati menyerahkan canting kepada peserta Colombo Plan."
HOSTILE = '<script>alert("x")</script><b>Judul</b>'
ENTITIES = (
    Entity("person-ratna-kusumawati", "PERSON", "Ratna Kusumawati", None, ("Ratna",)),
    Entity("ministry-kementerian-perindustrian", "MINISTRY", "Kementerian Perindustrian", None, ("Kemenperin",)),
    Entity("agency-dinas-perindustrian-jawa-timur", "AGENCY", "Dinas Perindustrian Provinsi Jawa Timur"),
    Entity("organisation-colombo-plan", "ORGANISATION", "Colombo Plan"),
    Entity("country-BD", "COUNTRY", "Bangladesh", "BD"),
    Entity("country-LA", "COUNTRY", "Laos", "LA"),
    Entity("place-surabaya", "PLACE", "Kota Surabaya", "35.78", ("Surabaya",)),
    Entity("place-jawa-timur", "PLACE", "Jawa Timur", "35", ("Jatim",)),
)
PUBLISHERS = (
    ("surya", "Surya", "https://surya.example/", "Tribun Network", "Jawa Timur", "Asia/Jakarta", "id"),
    ("antara", "Antara Sulsel", "https://antara.example/", "Antara", "Sulawesi Selatan", "Asia/Makassar", "id"),
    ("jahat", "Jahat <i>Post</i>", "javascript:alert(1)", "", "national", "Asia/Jakarta", "id"),
)
# id, publisher, published, title, text, relevant, section
ARTICLES: tuple[tuple[Any, ...], ...] = (
    (1, "surya", "2019-07-03T17:41+07:00", "Peserta Dua Negara Belajar Batik di Surabaya", TEXT, 1, "Ekonomi"),
    (2, "antara", "2019-07-04T08:05+08:00", "Peserta dua negara belajar batik", TEXT, 1, "Ekonomi"),
    (3, "surya", "2019-07-05", "Perajin Rotan Cirebon Mengekspor Kursi", "Ekspor kursi rotan naik.", 1, "Ekonomi"),
    (4, "antara", "2019-07-06T09:00+08:00", "Ikatan Keluarga Minang Berkumpul", "Rantau bertemu rantau.", 0, None),
    (5, "jahat", None, HOSTILE, "<img src=x onerror=alert(1)>\n\nBaris & kedua.", 1, "<u>x</u>"),
    (6, "surya", "2019-07-07T10:00+07:00", "Industri Gula Aren Tumbuh", "Industri gula aren maju.", 1, "Ekonomi"),
    (7, "surya", "2019-07-08T10:00+07:00", "Tenun Sumba Dipamerkan", "Tenun ikat dipamerkan.", 1, "Budaya"),
    (8, "antara", "2019-07-09T10:00+08:00", "Pinjaman bagi UMKM", "Bunga pinjaman turun 2,5 persen.", 1, None),
)


def ikm_data(folder: Path) -> Path:
    """`folder`/ikm.db with ARTICLES and what was read out of the first; 40 short articles more fill result pages."""
    path = folder / "ikm.db"
    db = ikm_db(path).conn
    with db:
        db.executemany("insert into publishers values (?, ?, ?, ?, ?, ?, ?)", PUBLISHERS)
        for e in ENTITIES:
            row = (e.id, e.label, e.name, e.code, json.dumps(e.aliases))
            db.execute("insert into entities values (?, ?, ?, ?, ?)", row)
        _articles(db)
        _read(db)
        rebuild(db)
    db.close()
    return path


def _articles(db: sqlite3.Connection) -> None:
    short = [
        (100 + i, "surya", f"2019-06-{i % 28 + 1:02}T10:00+07:00", f"Kerajinan bambu nomor {i}", "Bambu.", 1, "Desa")
        for i in range(40)
    ]
    for id_, publisher, published, title, text, relevant, section in (*ARTICLES, *short):
        full = id_ <= 2
        row = {
            "id": id_,
            "published": published,
            "day": published and published[:10],
            "title": title,
            "publisher": publisher,
            "relevant": relevant,
            "authors": json.dumps(["Sri Wahyuni"] if full else []),
            "editors": json.dumps(["Budi Hartono"] if full else []),
            "section": section,
            "dateline": "SURABAYA" if full else None,
            "tags": json.dumps(["batik", "IKM"] if full else []),
            "caption": CAPTION if full else None,
            "photo_credit": "Surya/Joko" if full else None,
            "story": 1 if full else None,
            "words": len(text.split()),
            "pages": 2 if full else 1,
            "complete": 1,
            "paywalled": 0,
            "modified": "2019-07-03T19:00+07:00" if full else None,
            "language": "id",
            "fetched": "2019-07-09T03:00:00+00:00",
            "content_hash": f"{id_:032x}",
            "url": "javascript:alert(document.domain)" if publisher == "jahat" else f"https://surya.example/{id_}",
        }
        if full:
            story = (1, title, published, 2, 2)
            db.execute("insert or ignore into stories values (?, ?, ?, ?, ?)", story)
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        db.execute(f"insert into articles ({names}) values ({places})", row)
        known = aliases(ENTITIES) if full else ""
        db.execute("insert into article_texts values (?, ?, ?, ?)", (id_, text, stems(f"{title} {text}"), known))


def _read(db: sqlite3.Connection) -> None:
    surfaces = (
        ("ministry-kementerian-perindustrian", "Kementerian Perindustrian", "text"),
        ("country-BD", "Bangladesh", "text"),
        ("country-LA", "Laos", "text"),
        ("place-surabaya", "Surabaya", "title"),
        ("place-surabaya", "Surabaya", "text"),
        ("agency-dinas-perindustrian-jawa-timur", "Dinas Perindustrian Jawa Timur", "text"),
        ("place-jawa-timur", "Jawa Timur", "text"),
        ("person-ratna-kusumawati", "Ratna Kusumawati", "text"),
        ("person-ratna-kusumawati", "Ratna Kusumawati", "caption"),
        ("organisation-colombo-plan", "Colombo Plan", "caption"),
    )
    labels = {e.id: e.label for e in ENTITIES}
    for entity, surface, part in surfaces:
        row = (1, labels[entity], entity, surface, part, *place(part, surface))
        db.execute("insert into mentions values (?, ?, ?, ?, ?, ?, ?, 'gazetteers.place')", row)
    official = ("person-ratna-kusumawati", "Ratna Kusumawati", "Direktur Jenderal IKMA", "Kementerian Perindustrian")
    more = ("ministry-kementerian-perindustrian", '["Ratna"]', "text", *place("text", "Ratna Kusumawati"))
    rule = "officials.title_after"
    db.execute("insert into officials values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*official, *more, rule))
    quote = TEXT[TEXT.index("“") + 1 : TEXT.index("”")]
    speaker = ("person-ratna-kusumawati", "Ratna Kusumawati", "Ratna Kusumawati", "ujar", "direct", quote)
    columns = 'article, speaker, speaker_name, speaker_text, cue, kind, text, part, start, "end", sentence'
    filled = (*speaker, *place("text", quote), f"“{quote}” ujar Ratna Kusumawati, Dirjen IKMA.")
    db.execute(f"insert into quotes ({columns}) values (1, ?, ?, ?, ?, ?, ?, 'text', ?, ?, ?)", filled)
    for value, kind, unit, surface in (
        (19, "count", "peserta", "19 peserta"),
        (1.2e12, "money", "IDR", "Rp 1,2 triliun"),
        (4.4e6, "count", "pelaku usaha kecil", "4,4 juta pelaku usaha kecil"),
    ):
        row = (value, kind, unit, surface, *place("text", surface), f"Kalimat dengan {surface}.")
        db.execute("insert into figures values (1, ?, null, ?, ?, null, 'exact', 0, ?, 'text', ?, ?, ?, null)", row)
    date = "Rabu (3/7/2019)"
    row = (date, *place("text", date), "dates.year_printed")
    db.execute("insert into dates values (1, '2019-07-03', ?, 'text', ?, ?, ?)", row)
    db.execute("insert into topics values (1, 'ikm', ?, 'topics.headline')", (json.dumps(["usaha kecil"]),))
    old = ("2019-07-03T13:00:00+00:00", "Judul lama", None, "Isi lama.", None, "2019-07-03T11:00:00+00:00", "0")
    db.execute("insert into revisions values (1, 1, ?, ?, ?, ?, ?, ?, ?)", old)
    summarise(db)


def place(part: str, surface: str) -> tuple[int, int]:
    """Where `surface` first stands in that part of article 1."""
    whole = {"title": ARTICLES[0][3], "caption": CAPTION, "text": TEXT}[part]
    start = whole.index(surface)
    return start, start + len(surface)
