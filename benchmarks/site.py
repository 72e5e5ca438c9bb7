"""A server on this machine with as many pages as asked for: the articles of the sample press, each varied, within
furniture of the weight and build that real pages have."""

import multiprocessing
import re
import socketserver
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from tests.site.press import pieces, responses, sites

HOST = "127.0.0.1"
SLUG = "perajin-menambah-mesin"
# The article pages among the saved pages of the press (24 of twelve sites, 2015 to 2026) have on average 104 KB: 856
# elements (193 div, 218 a, 111 li, 36 img, 45 span, 28 headings) at a depth of 8 and with 1,277 attributes, which alone
# are 51 KB; 39 scripts of 24 KB, 3 KB of comments, 19 KB of spaces and 6 KB of text. An article of the sample press has
# 14 KB of them. What it lacks is made of these parts; tests/test_benchmark_site.py compares the sums.
CARDS, MENUS, SLOTS = 33, 13, 35
# And these are the sizes of eight equal parts of them, sorted, by their mean; so the pages here differ, too.
SIZES = (0.38, 0.55, 0.58, 0.62, 0.75, 1.02, 1.21, 2.88)
MEAN_KB, SAMPLE_KB = 104.2, 13.7
INDENT = "\n" + 24 * " "

HEAD = "".join(
    [f'<link rel="preload" as="script" href="https://cdn.koran.example/aset/{n}/bundel.min.js">\n' for n in range(13)]
    + [f'<meta name="verifikasi-{n}" content="kode-{n}-0123456789abcdef">\n' for n in range(8)]
    + ["<style>", "".join(f".kartu--{n}{{width:{n}px;margin:0 auto}}\n" for n in range(22)), "</style>\n"]
)
ITEM = INDENT + '<li><a href="https://www.koran.example/kanal-{0}/{1}/halaman-muka" class="menu__tautan" title="Kanal '
ITEM += 'berita {1}">Kanal {1}</a></li>'
CARD = """
<{tag} class="kartu kartu--{n} col-md-4 col-sm-6"{name}>
<{frame} class="kartu__gambar">
<a href="{url}" class="kartu__bingkai" data-posisi="{n}">
<img src="{image}.jpg" data-src="{image}.jpg?w=300&q=80" alt="Suasana pasar nomor {n}" width="300" height="200">
</a>
</{frame}>
<div class="kartu__isi">
{opening}<a href="{url}" class="kartu__tautan" title="Kabar lain nomor {n} dari desa">Kabar nomor {n} dari desa</a>
{closing}
<span class="kartu__waktu">{hours} jam lalu</span>{icon}
</div>
</{tag}>""".replace("\n", INDENT).replace(INDENT + "{closing}", "{closing}")
CARD_URL = "https://www.koran.example/ekonomi/read/2026/11/{0}/kabar-lain-nomor-{0}-dari-kota-dan-desa"
CARD_IMAGE = "https://cdn.koran.example/unggahan/foto/2026/11/{0}/suasana-pasar-dan-bengkel-{0}-700x393"
SLOT = INDENT + "<!-- slot iklan {0}: dimuat setelah halaman tampil, ukuran menurut layar pembaca -->" + INDENT
SLOT += '<div id="slot-iklan-{0}" style="min-height:250px;margin:0 auto"><script>{1}</script></div>'
SLOT += INDENT + '<noscript><iframe src="https://iklan.example/{0}" title="Iklan" class="bingkai"></iframe></noscript>'
SCRIPT = "".join(
    f'window.antrean=window.antrean||[];antrean.push({{"slot":"a{n}","ukuran":[300,250],"sasaran":"kanal-{n}"}});\n'
    for n in range(6)
)
SHARE = INDENT + '<a href="https://bagikan.example/{0}?alamat=kabar" class="ikon ikon-{0}" rel="nofollow noopener"></a>'
FOOT = (  # fmt: skip
    "<form action='/cari'>"
    + "".join(f'<input name="pilihan-{n}" value="{n}">' for n in range(8))
    + "</form>"
    + "<br>".join(f"<b>Kantor {n}</b> Jalan Industri {n} di kota nomor {n}" for n in range(9))
    + "".join(f"<p>Tulisan kaki halaman nomor {n} tentang koran ini, kantornya dan pemiliknya.</p>" for n in range(5))
)


DEEP = '<div class="halaman"><div class="wadah"><div class="baris"><div class="lainnya">'


def sample() -> list[bytes]:
    """The articles of the sample press, as their sites print them."""
    urls = {piece.url for name in sites() for piece in pieces(name, 1) if piece.kind == "article"}
    return [answer.body for answer in responses(1) if answer.url in urls and answer.status == 200]


def page(pages: list[bytes], number: int) -> bytes:
    """The page of this number: one of the sample with a number at the end of each paragraph, in its furniture."""
    head, above, below = furniture(number % len(SIZES))
    own = pages[number % len(pages)].replace(b".</p>", b". Catatan nomor %d.</p>" % number)
    own = own.replace(b"</head>", head + b"</head>", 1)
    own = re.sub(rb"<body[^>]*>", lambda match: match.group() + above, own, count=1)
    return own.replace(b"</body>", below + b"</body>", 1)


@cache
def furniture(size: int) -> tuple[bytes, bytes, bytes]:
    """What a page of this size carries beside its article: in its head, above and below the article."""
    share = (SIZES[size] * MEAN_KB - SAMPLE_KB) / (MEAN_KB - SAMPLE_KB)
    menus, cards, slots = (round(share * count) for count in (MENUS, CARDS, SLOTS))
    above = f'<header class="kepala"><nav class="menu">{"".join(map(menu, range(menus // 2)))}</nav></header>'
    boxes = "".join(box(name, list(range(n, cards, 3))) for n, name in enumerate(("terkait", "terpopuler", "sidebar")))
    advertisements = "".join(SLOT.format(n, SCRIPT) for n in range(slots))
    lower = "".join(map(menu, range(menus // 2, menus))) + "".join(map(SHARE.format, range(round(24 * share))))
    below = f'{DEEP}{boxes}{advertisements}</div></div></div></div><footer class="kaki">{lower}{FOOT}</footer>'
    return HEAD.encode(), above.encode(), below.encode()


def menu(number: int) -> str:
    """A menu of seven or eight sections."""
    items = "".join(ITEM.format(number, n) for n in range(7 + number % 2))
    return f'{INDENT}<ul class="menu__daftar">{items}{INDENT}</ul>'


def box(name: str, numbers: list[int]) -> str:
    """A list of other articles, as cards with a picture each, every other one with a heading."""
    cards = "".join(card(number) for number in numbers)
    return f'<div class="{name}"><div class="baris"><h3 class="kotak__judul">Lainnya</h3>{cards}</div></div>'


def card(number: int) -> str:
    """Another article's picture, headline and time; every fourth as an element of its own kind."""
    heading = number % 3 == 0
    return CARD.format(
        n=number,
        tag="div" if number % 4 else "article",
        frame="div" if number % 4 else "figure",
        name="" if number % 3 else f' id="kartu-{number}"',
        url=CARD_URL.format(number),
        image=CARD_IMAGE.format(number),
        opening='<h3 class="kartu__judul">' if heading else "",
        closing="</h3>" if heading else "",
        hours=number % 23 + 1,
        icon='<i class="ikon ikon-jam"></i>' if number % 2 else "",
    )


class Handler(BaseHTTPRequestHandler):
    """Answers sitemap and pages."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 20  # an answer in one piece: in two, Nagle's algorithm waits for the peer
    pages: ClassVar[list[bytes]] = []

    def do_GET(self) -> None:
        """One answer."""
        path, _, query = self.path.partition("?pages=")
        if path == "/sitemap.xml":
            home = f"http://{self.headers['Host']}/read/"
            entries = "".join(f"<url><loc>{home}{number}/{SLUG}</loc></url>" for number in range(int(query)))
            self._send(f"<urlset>{entries}</urlset>".encode(), "application/xml")
        elif path.startswith("/read/"):
            self._send(page(self.pages, int(path.split("/")[2])), "text/html; charset=utf-8")
        else:
            self._send(b"", "text/plain")

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing."""


class Server(socketserver.ThreadingTCPServer):
    """Keeps connections open, one thread each."""

    def handle_error(self, *_: object) -> None:
        """Peers that close a connection are no matter."""

    daemon_threads = True
    request_queue_size = 128


def serve(port: "multiprocessing.Queue[int]") -> None:
    """The server, in a process of its own."""
    Handler.pages = sample()
    with Server((HOST, 0), Handler) as server:
        port.put(server.server_address[1])
        server.serve_forever()
