"""Gunicorn's settings, the same on a newcomer's machine and in production."""

import os

# Only this machine by default: the demo's accounts have no secret passwords.
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = 4
timeout = 120  # reading a long document takes a minute on a slow machine
control_socket_disable = True
accesslog = None
errorlog = "-"
loglevel = "warning"
wsgi_app = "budgetsite.wsgi"


def when_ready(server: object) -> None:
    host, port = bind.rsplit(":", 1)
    shown = "127.0.0.1" if host == "0.0.0.0" else host
    print(f"\n  明账 → http://{shown}:{port}/    (Ctrl+C 停止 / to stop)\n", flush=True)
