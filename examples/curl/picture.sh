#!/usr/bin/env bash
# A picture with nothing but curl: submit, wait, download. Usage:
#   bash picture.sh "a red fox in the snow" 1
# INKLING_URL and INKLING_API_KEY say where and with which key; by default the server of this machine.
set -euo pipefail

prompt=${1:-a red fox in the snow at sunset, oil painting}
count=${2:-1}
url=${INKLING_URL:-http://127.0.0.1:8790}
key=${INKLING_API_KEY:-$(cat data/api-key)}

# JSON needs its quotes and backslashes escaped, and this is all that a prompt can do harm with.
escaped=${prompt//\\/\\\\}
escaped=${escaped//\"/\\\"}

# Prefer: wait=60 answers when the task has ended, or after a minute. The key makes it safe to run this line again.
answer=$(curl -sS "$url/kling/v1/images/generations" \
  -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -H 'Prefer: wait=60' \
  -H "Idempotency-Key: picture-$$-$RANDOM" \
  -d "{\"model_name\":\"kling-v1\",\"prompt\":\"$escaped\",\"n\":\"$count\"}")
echo "$answer"

case $answer in
  *'"task_status":"succeed"'*) ;;
  *) echo 'There is no picture: see above.' >&2; exit 1 ;;
esac

index=0
for picture in $(grep -o '"url":"[^"]*"' <<<"$answer" | cut -d'"' -f4); do
  curl -sS -o "fox-$index.png" "$picture"
  echo "fox-$index.png"
  index=$((index + 1))
done
