"""Every kind of page of the desk, once."""

import sqlite3
from pathlib import Path

PAGES = {
    "home": "/",
    "search": "/cari",
    "results": "/cari?q=industri",
    "filtered": "/cari?ministry=Kemenperin&place=Jawa+Timur&relevant=1",
    "no results": "/cari?q=xyzzy",
    "article": "/ikm/articles/{colombo}",
    "revised article": "/ikm/articles/{revised}",
    "person": "/ikm/entities/person-reni-yanita",
    "ministry": "/ikm/entities/ministry-kementerian-perindustrian",
    "country": "/ikm/entities/country-ID",
    "place": "/ikm/entities/{surabaya}",
    "agency": "/ikm/entities/{agency}",
    "organisation": "/ikm/entities/organisation-colombo-plan",
    "what a name is in": "/cari?entity=person-reni-yanita",
    "what somebody said": "/kutipan?speaker=person-reni-yanita",
    "quotations": "/kutipan",
    "no quotation": "/kutipan?q=xyzzy",
    "figures": "/angka?unit=IDR",
    "figure": "/ikm/figures/{figure}",
    "saved searches": "/tersimpan",
    "table": "/ikm/articles",
    "narrowed table": "/ikm/mentions?label=COUNTRY",
    "row": "/ikm/publishers/surya",
    "runs": "/ikm/crawls",
    "officials": "/ikm/offices",
    "newest quotations": "/ikm/newest_quotes",
    "all data": "/ikm",
    "closed": "/ikm?sql=select+1",
    "dashboard": "/dasbor",
    "dashboard of a day": "/dasbor?period=day",
    "dashboard of a week": "/dasbor?period=week",
    "dashboard of a year": "/dasbor?period=year",
    "help": "/bantuan",
    "extracts": "/extracts/",
    "not found": "/tidak-ada",
}
NUMBERS = {  # numbers that the sample press gives out as its pages come in
    "colombo": "select id from articles where title like '%Colombo Plan'",
    "revised": "select article from revisions",
    "agency": "select entity from mentions where label = 'AGENCY' group by entity order by count(*) desc, entity",
    "surabaya": "select id from entities where label = 'PLACE' and name in ('Kota Surabaya', 'Surabaya')",
    "figure": "select article || ',' || part || ',' || start from figures where text = '412 IKM'",
}


def addresses(data: Path) -> dict[str, str]:
    """Kind -> address, from the root of the desk that shows `data`/ikm.db."""
    with sqlite3.connect(f"file:{data / 'ikm.db'}?mode=ro", uri=True) as db:
        numbers = {name: db.execute(query).fetchone()[0] for name, query in NUMBERS.items()}
    return {kind: address.format(**numbers) for kind, address in PAGES.items()}
