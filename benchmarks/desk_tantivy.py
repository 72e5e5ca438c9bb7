"""The in-process peer of the desk: tantivy over the same texts. Runs in an environment of its own (peers.py).

    python desk_tantivy.py IKM_DB INDEX

Makes INDEX when it is not there, says so on standard error, writes "ready", and then answers each line of JSON
{"words": […], "phrase": bool, "prefix": bool, "keys": […], "low": int, "high": int, "best": bool} with the milliseconds
it took to find the first twenty numbers and the count. Nothing is read of the articles found.
"""

import json
import shutil
import sqlite3
import sys
import time
from pathlib import Path

import tantivy

FIELDS = ("title", "text", "stems", "aliases")  # what the full-text index of ikm.db holds
SOURCE = "select ordinal, title, text, stems, aliases, keys from search_source"
HEAP = 1_000_000_000  # bytes of the writer


def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, index_option="position")
    builder.add_text_field("keys", tokenizer_name="whitespace", index_option="basic")
    builder.add_integer_field("ordinal", indexed=True, fast=True, stored=True)
    return builder.build()


def index(database: str, folder: Path) -> tantivy.Index:
    """The index of all articles, opened or made."""
    if (folder / "meta.json").exists():
        return tantivy.Index(schema(), path=str(folder))
    fresh = folder.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    begun, made = time.perf_counter(), tantivy.Index(schema(), path=str(fresh))
    writer = made.writer(HEAP, 2)
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        for ordinal, *texts, keys in db.execute(SOURCE):
            fields = {name: [text] for name, text in zip(FIELDS, texts, strict=True)}
            writer.add_document(tantivy.Document(ordinal=ordinal, keys=[keys], **fields))
    writer.commit()
    writer.wait_merging_threads()
    del writer, made
    fresh.rename(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"tantivy: indexed in {time.perf_counter() - begun:.0f} s, {size / 1e9:.1f} GB", file=sys.stderr, flush=True)
    return tantivy.Index(schema(), path=str(folder))


def query(made: tantivy.Index, asked: dict) -> tantivy.Query:
    """The same question as the desk's: every word in any field, or its stem; keys; a range of days."""
    must, scheme = [], made.schema
    if asked["phrase"]:
        one = [tantivy.Query.phrase_query(scheme, name, asked["words"]) for name in FIELDS]
        must.append(tantivy.Query.disjunction_max_query(one))
    elif asked["prefix"]:
        one = [tantivy.Query.regex_query(scheme, name, f"{asked['words'][0]}.*") for name in FIELDS]
        must.append(tantivy.Query.disjunction_max_query(one))
    else:
        for word, stem in zip(asked["words"], asked["stems"], strict=True):
            one = [tantivy.Query.term_query(scheme, name, word) for name in FIELDS]
            one.append(tantivy.Query.term_query(scheme, "stems", stem))
            must.append(tantivy.Query.disjunction_max_query(one))
    for keys in asked["keys"]:
        some = [tantivy.Query.term_query(scheme, "keys", key) for key in keys]
        must.append(tantivy.Query.disjunction_max_query(some))
    if asked["low"] is not None:
        kind = tantivy.FieldType.Integer
        must.append(tantivy.Query.range_query(scheme, "ordinal", kind, asked["low"], asked["high"]))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in must])


def main() -> None:
    made = index(sys.argv[1], Path(sys.argv[2]))
    made.reload()
    searcher = made.searcher()
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        begun = time.perf_counter()
        found = searcher.search(
            query(made, asked), 20, True, **({} if asked["best"] else {"order_by_field": "ordinal"})
        )
        numbers = [searcher.doc(address)["ordinal"][0] & 0xFFFFFFFF for _, address in found.hits]
        took = (time.perf_counter() - begun) * 1000
        print(json.dumps({"ms": took, "count": found.count, "numbers": numbers}), flush=True)


if __name__ == "__main__":
    main()
