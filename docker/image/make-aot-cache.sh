#!/bin/bash
# Starts Annals once, asks and tells it what it will mostly hear, and ends it: the JVM then writes
# what it has loaded, linked and counted to ahead-of-time.cache beside the jar. Needs no database:
# Annals starts its own for the while, in a folder that goes again.
#
#   make-aot-cache.sh quarkus-app/quarkus-run.jar
set -euo pipefail
jar=$(realpath "$1")
cache=$(dirname "$jar")/ahead-of-time.cache
readonly jar cache rounds=60 tenures=8000 timeline=/timelines/soviet-union-1953-1964
# Nothing of the service that it is for: not its database, above all.
unset "${!ANNALS_@}" "${!QUARKUS_@}" "${!SMALLRYE_@}"
ANNALS_DATA=$(mktemp -d)
export ANNALS_DATA ANNALS_WRITE_TOKENS=training=training QUARKUS_HTTP_PORT=$((20000 + RANDOM % 10000))
annals='' done=''
trap end EXIT

end() {
  [[ -z $annals ]] || { kill "$annals" && wait "$annals"; } 2>/dev/null || true
  [[ -n $done ]] || rm -f "$cache"
  rm -rf "$ANNALS_DATA"
}

# Succeeds when the service answers with 2xx: request METHOD PATH [MEDIA-TYPE BODY]
request() {
  local service status body=${4-}
  exec {service}<>/dev/tcp/127.0.0.1/"$QUARKUS_HTTP_PORT" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer training\r\n' "$1" "$2" >&"$service"
  printf 'Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s' "${3:-application/json}" ${#body} "$body" >&"$service"
  read -r -t 60 _ status _ <&"$service" && timeout 60 cat <&"$service" >/dev/null
  exec {service}>&-
  [[ $status == 2* ]] || { echo "$1 $2 was answered with ${status:-nothing}" >&2 && return 1; }
}

# A list of office holders, four facts for each.
holders() {
  local i source='"sources":[{"title":"A list of office holders","year":1964}]'
  for ((i = 0; i < tenures; i++)); do
    printf '{"type":"PersonDescribed","person":"person-%d","name":"Person %d",%s}\n' $i $i "$source"
    printf '{"type":"PersonBorn","person":"person-%d","date":"18%02d~",%s}\n' $i $((i % 100)) "$source"
    printf '{"type":"OfficeAssumed","office":"office-%d","person":"person-%d","date":"19%02d-03-27",%s}\n' $((i / 50)) $i $((i % 50)) "$source"
    printf '{"type":"OfficeVacated","office":"office-%d","person":"person-%d","date":"19%02d-02",%s}\n' $((i / 50)) $i $((i % 50 + 1)) "$source"
  done
}

java -XX:AOTCacheOutput="$cache" '-Xlog:aot*=error' -jar "$jar" &
annals=$!
until request GET /q/health/ready 2>/dev/null; do
  kill -0 "$annals"
  sleep 1
done

request PUT /timelines/training application/json '{"title":"Training"}'
request POST '/timelines/training/imports?format=ndjson' application/x-ndjson "$(holders)"
for ((i = 0; i < rounds; i++)); do
  on=19$((53 + i % 12))-03-28
  for address in /timelines $timeline "$timeline/state?on=$on" "$timeline/facts?limit=50" $timeline/people \
    "$timeline/offices/premier-of-the-soviet-union/holders?on=$on" \
    "$timeline/why?office=premier-of-the-soviet-union&on=$on" "$timeline/changes?from=$on&to=1964" \
    "/timelines/training/state?on=19$((i % 50 + 10))" "/timelines/training/offices/office-$i/holders?on=1930" \
    $timeline/exports/facts.ndjson "$timeline/replay?speed=max" /q/metrics /; do
    request GET "$address"
  done
  for ((j = 0; j < 5; j++)); do
    request POST /timelines/training/facts application/json \
      "{\"type\":\"OfficeAssumed\",\"office\":\"office-$i-$j\",\"person\":\"person-$i\",\"date\":\"$on\",\"sources\":[]}"
  done
done

kill -TERM "$annals"
wait "$annals" || true # 143, once the cache is written
annals=''
test -s "$cache"
done=yes
