#!/bin/bash
# Starts Annals once, asks it what is asked most, and ends it: the JVM then writes what it has
# learnt to ahead-of-time.cache beside the jar. Needs no database: Annals starts its own for the
# while, in a folder that goes again.
set -euo pipefail
cd "$(dirname "$1")"
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
ANNALS_DATA=$(mktemp -d)
export ANNALS_DATA QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-8080}
trap 'rm -rf "$ANNALS_DATA"' EXIT

java -XX:AOTCacheOutput=ahead-of-time.cache -jar "$(basename "$1")" &
annals=$!
until "$here/healthy.sh" 2>/dev/null; do
  kill -0 "$annals"
  sleep 1
done
timeline=/timelines/soviet-union-1953-1964
for address in /timelines $timeline $timeline/state?on=1958-03-28 $timeline/facts $timeline/people \
  $timeline/offices/premier-of-the-soviet-union/holders?on=1960 /q/metrics /; do
  "$here/healthy.sh" "$address"
done
kill -TERM "$annals"
wait "$annals" || true # 143, once the cache is written
test -s ahead-of-time.cache
