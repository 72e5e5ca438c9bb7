"""A small articles.db in our own words, for the tests of what comes after the crawler."""

import json
from pathlib import Path

import sqlite_utils

from crawler.store import articles_db

WIRE = (
    "Dinas Perindustrian dan Perdagangan Jawa Timur melatih 120 perajin rotan di Gresik agar siap mengekspor. "
    "Pelatihan berlangsung selama tiga hari dan menghadirkan pembeli dari dua negara. Setiap perajin membawa pulang "
    "contoh kemasan baru, daftar harga, dan alamat pembeli yang dapat dihubungi. Nilai pesanan pertama sudah "
    "mencapai Rp 2 miliar dan masih akan bertambah sampai akhir tahun."
)
ARTICLES = [
    ("https://surabaya.tribunnews.com/a", "surya", "Perajin rotan Gresik dilatih", "2026-03-02T09:00+07:00", WIRE),
    (
        "https://jatim.antaranews.com/b",
        "antarajatim",
        "120 perajin rotan siap ekspor",
        "2026-03-02T07:30+07:00",
        WIRE + " Pewarta menambahkan bahwa pameran menyusul bulan depan.",
    ),
    (
        "https://money.kompas.com/c",
        "kompas",
        "Harga cabai naik",
        "2026-03-02T10:00+07:00",
        "Harga cabai di pasar naik dua kali lipat dalam sepekan karena hujan terus turun di daerah penghasil.",
    ),
    ("https://money.kompas.com/d", "kompas", "Tanpa tanggal", None, "Halaman ini tidak menyebut kapan ia terbit."),
]


def build(path: Path) -> sqlite_utils.Database:
    """Writes ARTICLES to `path`, as the crawler would, and returns the open database."""
    db = articles_db(path)
    for name in ("surya", "antarajatim", "kompas"):
        db["publishers"].insert(
            {
                "name": name,
                "title": name.title(),
                "homepage": f"https://{name}.example",
                "network": "",
                "reach": "national",
                "zone": "Asia/Jakarta",
                "language": "id",
            }
        )
    for changed, (url, publisher, title, published, text) in enumerate(ARTICLES, 1):
        db["articles"].insert(row(url, publisher, title, published, text, changed))
    return db


def row(url: str, publisher: str, title: str, published: str | None, text: str, changed: int) -> dict[str, object]:
    """One row of the table articles."""
    return {
        "url": url, "publisher": publisher, "title": title, "authors": json.dumps(["Sari Wulandari"]), "editors": "[]",
        "published": published, "modified": None, "dateline": None, "section": "Ekonomi", "tags": "[]", "caption": None,
        "photo_credit": None, "pages": 1, "text": text, "language": "id", "complete": 1, "paywalled": 0,
        "fetched": "2026-03-02T05:00:00+00:00", "content_hash": str(hash(text)), "changed": changed,
    }  # fmt: skip
