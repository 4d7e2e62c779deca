#!/bin/sh
# The first start of the database container: a login that owns its database and may make roles, and no more.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$HELPDESK_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE helpdesk LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE helpdesk OWNER helpdesk TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
SQL
