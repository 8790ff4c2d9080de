"""A wire between a client and a server that can be cut, or fall silent."""

from __future__ import annotations

import contextlib
import socket
import struct
from threading import Event, Thread


class Proxy:
    """Forwards connections on loopback to a port.

    Parameters
    ----------
    target
        The port that connections are forwarded to.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._flows = Event()
        self._flows.set()
        self._open = True
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        Thread(target=self._accept, daemon=True).start()

    @property
    def uri(self) -> str:
        """The address that drivers connect to."""
        return f"bolt://127.0.0.1:{self.port}"

    def reset(self) -> None:
        """Reset every connection there is; new ones are let through."""
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._sockets.clear()

    def cut(self) -> None:
        """Reset every connection, and let none through any more."""
        self._open = False
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._listener.close()
        self.reset()

    def fall_silent(self) -> None:
        """Keep connections, but let no byte through."""
        self._flows.clear()

    def _accept(self) -> None:
        while self._open:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._sockets += [client, server]
            for source, sink in ((client, server), (server, client)):
                Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._flows.wait()
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)
