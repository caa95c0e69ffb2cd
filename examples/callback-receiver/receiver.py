# Receives callbacks with Python's standard library: believes only signed ones, and does the work once.
# Usage: WEBHOOK_SECRET=whsec_… python3 receiver.py
import base64
import hashlib
import hmac
import http.server
import json
import os
import time

# Both secrets while they rotate: WEBHOOK_SECRET=whsec_new,whsec_old
SECRETS = [base64.b64decode(text.removeprefix("whsec_")) for text in os.environ["WEBHOOK_SECRET"].split(",")]
TOLERANCE_S = 300
seen = set()  # a database's unique column in real life: the same callback may come more than once


def verify(headers, body):
    """The task of a callback. Raises ValueError for one that is forged, changed or old."""
    id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > TOLERANCE_S:
        raise ValueError("no timestamp, or one of another time")
    signed = f"{id}.{timestamp}.".encode() + body
    expected = ["v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode() for key in SECRETS]
    given = headers.get("webhook-signature", "").split(" ")
    if not any(hmac.compare_digest(one, other) for one in expected for other in given):
        raise ValueError("no signature matches")
    return json.loads(body)


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            task = verify(self.headers, body)
        except ValueError as error:
            print("refused:", error)
            self.send_response(400)
            self.end_headers()
            return
        # Answered before the work: a receiver that takes longer than 15 s is told again.
        self.send_response(204)
        self.end_headers()
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            print(task["task_id"], task["task_status"], task.get("task_result"), flush=True)


port = int(os.environ.get("PORT", "3000"))
server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver)
print(f"listening on http://127.0.0.1:{port}/", flush=True)
server.serve_forever()
