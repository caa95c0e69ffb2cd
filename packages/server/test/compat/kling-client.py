"""A client of the Kling Images API in plain Python: http.client over TLS, as gateways' samples use it.

Usage: kling-client.py PORT text|token|image|errors ARGUMENTS; prints one JSON object. The authority to trust comes from
SSL_CERT_FILE, where OpenSSL looks by itself.
"""

import base64
import hashlib
import hmac
import http.client
import json
import struct
import sys
import time
import zlib

GATEWAY = "/kling/v1/images/generations"
VENDOR = "/v1/images/generations"


def call(connection, method, path, authorization=None, body=None):
    """One request on a connection that is kept; returns (status, parsed body)."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if authorization is not None:
        headers["Authorization"] = authorization
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    response = connection.getresponse()
    return response.status, json.loads(response.read().decode("utf-8"))


def codes(answer):
    return [answer[0], answer[1]["code"]]


def png(width, height):
    """A plain grey RGB picture of this size."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + b"\x80" * (3 * width)) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def token(access_key, secret_key, **changes):
    """A JWT as the vendor's documentation describes it."""

    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    now = int(time.time())
    claims = {"iss": access_key, "exp": now + 1800, "nbf": now - 5, **changes}
    signed = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()) + b"." + part(json.dumps(claims).encode())
    signature = hmac.new(secret_key.encode(), signed, hashlib.sha256).digest()
    return (signed + b"." + part(signature)).decode()


def text(connection, key):
    authorization = f"Bearer {key}"
    body = {"model_name": "kling-v2", "prompt": "一只袋鼠，手里拿着一个写着'DMXAPI'的牌子", "n": 2, "aspect_ratio": "3:2"}
    _, answer = call(connection, "POST", GATEWAY, authorization, body)
    task = answer["data"]
    seen = {task["task_status"]}
    while task["task_status"] in ("submitted", "processing"):
        task = call(connection, "GET", f"{GATEWAY}/{task['task_id']}", authorization)[1]["data"]
        seen.add(task["task_status"])
    images = task["task_result"]["images"]
    connection.request("GET", "/" + images[0]["url"].split("/", 3)[3])
    response = connection.getresponse()
    return {
        "statuses_seen_are_known": seen <= {"submitted", "processing", "succeed", "failed"},
        "status": task["task_status"],
        "pictures": len(images),
        "content_type": response.getheader("Content-Type"),
        "size": list(struct.unpack(">II", response.read()[16:24])),
    }


def tokens(connection, access_key, secret_key):
    def submit(signed):
        return codes(call(connection, "POST", VENDOR, f"Bearer {signed}", {"prompt": "a fox"}))

    return {
        "good": submit(token(access_key, secret_key)),
        "forged": submit(token(access_key, secret_key + "x")),
        "stranger": submit(token("ak-nobody", secret_key)),
        "late": submit(token(access_key, secret_key, exp=int(time.time()) - 60)),
    }


def image(connection, key):
    def submit(picture):
        body = {"model_name": "kling-v1-5", "prompt": "as a painting", "image": picture, "image_reference": "subject"}
        return codes(call(connection, "POST", GATEWAY, f"Bearer {key}", body))

    picture = png(320, 300)
    plain = base64.b64encode(picture).decode()
    return {
        "b64encode": submit(plain),
        "encodebytes": submit(base64.encodebytes(picture).decode()),
        "data_url": submit("data:image/png;base64," + plain),
        "too_small": submit(base64.b64encode(png(300, 200)).decode()),
    }


def errors(connection, key):
    def outcome(*arguments):
        status, answer = call(connection, *arguments)
        return [status, answer["code"], "data" in answer]

    return {
        "no_key": outcome("POST", GATEWAY, None, {"prompt": "a fox"}),
        "bare_key": outcome("GET", GATEWAY, key),
        "no_task": outcome("GET", f"{GATEWAY}/Cl58rmgHRLsAAAAABFV6lg", f"Bearer {key}"),
        "no_prompt": outcome("POST", GATEWAY, f"Bearer {key}", {"model_name": "kling-v1"}),
    }


if __name__ == "__main__":
    run = {"text": text, "token": tokens, "image": image, "errors": errors}[sys.argv[2]]
    print(json.dumps(run(http.client.HTTPSConnection("127.0.0.1", int(sys.argv[1])), *sys.argv[3:])))
