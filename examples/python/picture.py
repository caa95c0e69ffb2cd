# A picture with Python's standard library: submit, poll, download. Usage:
#   python3 picture.py "a red fox in the snow" 1
# INKLING_URL and INKLING_API_KEY say where and with which key; by default the server of this machine.
import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid

prompt = sys.argv[1] if len(sys.argv) > 1 else "a red fox in the snow at sunset, oil painting"
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1
api = os.environ.get("INKLING_URL", "http://127.0.0.1:8790") + "/kling/v1/images/generations"
key = os.environ.get("INKLING_API_KEY") or open("data/api-key").read().strip()


def call(url, body=None, **headers):
    """The `data` of an answer; exits with the service's own words when it is an error."""
    request = urllib.request.Request(url, json.dumps(body).encode() if body else None)
    request.add_header("Authorization", "Bearer " + key)
    request.add_header("Content-Type", "application/json")
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    try:
        with urllib.request.urlopen(request, timeout=90) as response:
            return json.load(response)["data"]
    except urllib.error.HTTPError as error:
        answer = json.load(error)
        sys.exit(f"{answer['message']} (code {answer['code']}, request {answer['request_id']})")


# The key makes the submit safe to repeat: the same key never makes a second task.
task = call(api, {"model_name": "kling-v1", "prompt": prompt, "n": count}, Idempotency_Key=str(uuid.uuid4()))
while task["task_status"] in ("submitted", "processing"):
    # Inkling holds the answer until the task has ended; Kling answers at once, and one waits here.
    started = time.monotonic()
    task = call(f"{api}/{task['task_id']}", Prefer="wait=20")
    if task["task_status"] in ("submitted", "processing") and time.monotonic() - started < 1:
        time.sleep(1)

print(task["task_status"], task.get("task_status_msg", ""))
if task["task_status"] != "succeed":
    sys.exit(1)
for image in task["task_result"]["images"]:
    name = f"fox-{image['index']}.png"
    urllib.request.urlretrieve(image["url"], name)
    print(name)
