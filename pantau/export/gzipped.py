"""A gzip file written by several threads: the same bytes whatever their number, and one ordinary gzip member.

As pigz does it: blocks are compressed for themselves and end on a byte, so that they can be put one after the other.
"""

import os
import zlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # no name, time 0, unknown system: nothing of this machine
BLOCK = 1 << 20  # bytes compressed at once
LEVEL = 1  # a fourth larger than the best, in a fifth of its time
THREADS = 2
WAITING = 4  # blocks in memory at most


class GzipWriter:
    """Takes bytes, writes `path`. As a context manager it ends the file, and leaves it unfinished after an error."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._pool = ThreadPoolExecutor(THREADS)
        self._waiting: deque[Future[bytes]] = deque()
        self._buffer = bytearray()
        self._crc = self._size = 0
        self._file.write(HEADER)

    def write(self, data: bytes) -> None:
        self._crc, self._size = zlib.crc32(data, self._crc), self._size + len(data)
        self._buffer += data
        while len(self._buffer) >= BLOCK:
            self._submit(bytes(self._buffer[:BLOCK]), zlib.Z_SYNC_FLUSH)
            del self._buffer[:BLOCK]

    def _submit(self, block: bytes, flush: int) -> None:
        self._waiting.append(self._pool.submit(_compressed, block, flush))
        while len(self._waiting) > WAITING or (flush == zlib.Z_FINISH and self._waiting):
            self._file.write(self._waiting.popleft().result())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._submit(bytes(self._buffer), zlib.Z_FINISH)
                self._file.write(self._crc.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little"))
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            self._pool.shutdown(cancel_futures=True)
            self._file.close()


def _compressed(block: bytes, flush: int) -> bytes:
    engine = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return engine.compress(block) + engine.flush(flush)
