#!/bin/bash
# Exit code 0 while Annals is ready. The images hold no HTTP client, and need none.
exec 3<>/dev/tcp/127.0.0.1/"${QUARKUS_HTTP_PORT:-8080}" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "${1:-/q/health/ready}" >&3
read -r -t 5 _ status _ <&3
[[ $status == 200 ]]
