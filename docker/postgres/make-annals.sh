#!/bin/bash
# Run once, when the volume is first filled. Annals owns its database and may make roles, since its
# migrations make the one that it works with, annals_service, which cannot change facts. It is no
# superuser; and the superuser has no password, and so comes in from within the container only.
set -euo pipefail
psql --username "$POSTGRES_USER" --no-psqlrc --set ON_ERROR_STOP=1 --set password="$ANNALS_DB_PASSWORD" <<'SQL'
create role annals login createrole password :'password';
create database annals owner annals;
revoke connect, temporary on database annals from public;
alter role current_user password null;
SQL
