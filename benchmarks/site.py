"""A server on this machine with as many pages as asked for: the articles of the sample press, each varied."""

import multiprocessing
import socketserver
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from tests.site.press import pieces, responses, sites

HOST = "127.0.0.1"
SLUG = "perajin-menambah-mesin"


def sample() -> list[bytes]:
    """The articles of the sample press, as their sites print them."""
    urls = {piece.url for name in sites() for piece in pieces(name, 1) if piece.kind == "article"}
    return [answer.body for answer in responses(1) if answer.url in urls and answer.status == 200]


def page(pages: list[bytes], number: int) -> bytes:
    """The page of this number: one of the sample with a number at the end of each paragraph, and furniture below."""
    own = pages[number % len(pages)].replace(b".</p>", b". Catatan nomor %d.</p>" % number)
    return own.replace(b"</body>", FURNITURE + b"</body>", 1)


def furniture() -> bytes:
    """What a real page carries beside its article, to the median weight of saved pages of the press (115 KB).

    Half of it scripts, the rest menus and lists of other articles with pictures and times.
    """
    menu = "".join(f'<li class="menu"><a href="/kanal-{n}/" title="Kanal {n}">Kanal {n}</a></li>' for n in range(150))
    card = (
        '<li class="kartu"><a href="/bisnis/{0}/kabar-{0}"><img src="/foto/{0}.jpg" alt="Foto {0}" loading="lazy"></a>'
        '<h3><a href="/bisnis/{0}/kabar-{0}">Kabar lain nomor {0} dari kota dan desa</a></h3><time>{1} jam</time></li>'
    )
    cards = "".join(card.format(n, n % 23 + 1) for n in range(120))
    script = "".join(f'window.data["{n}"]={{"slot":"a{n}","size":[300,250],"target":"iklan-{n}"}};' for n in range(750))
    return f"<footer><ul>{menu}</ul><ul>{cards}</ul></footer><script>{script}</script>".encode()


FURNITURE = furniture()


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
