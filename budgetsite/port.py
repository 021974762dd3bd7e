"""Say before anything else starts where the site will be, or that its port is taken."""

import os
import socket
import sys


def main() -> None:
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"PORT 应为 1–65535 / must be 1–65535, not {port!r}")
    with socket.socket() as probe:
        # As gunicorn does: a port that only lingers from a server just stopped is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as trouble:
            choice = f"make run PORT={other(int(port))}"
            sys.exit(
                f"端口 {port} 不可用（{trouble.strerror}）。请换一个：{choice}\n"
                f"Port {port} is not available ({trouble.strerror}). Choose another: {choice}"
            )


def other(port: int) -> int:
    return port + 1 if port < 65535 else 8000


if __name__ == "__main__":
    main()
