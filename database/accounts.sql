-- Run once on each server, and not replicated. @NAME@ is filled in by provision.sh.
-- Everyone comes over loopback. root has no password and no network: it is let in by the socket,
-- as the operating system's user that runs the servers.
SET SESSION sql_log_bin = 0;
CREATE DATABASE IF NOT EXISTS commonplace;

-- The application: rows only. The two monitors show replication to the administrator.
CREATE USER IF NOT EXISTS app@'127.0.0.1' IDENTIFIED BY '@DB_APP_PASSWORD@';
GRANT SELECT, INSERT, UPDATE, DELETE ON commonplace.* TO app@'127.0.0.1';
GRANT BINLOG MONITOR, REPLICA MONITOR ON *.* TO app@'127.0.0.1';

-- The migrations, at a clone's start.
CREATE USER IF NOT EXISTS `schema`@'127.0.0.1' IDENTIFIED BY '@DB_SCHEMA_PASSWORD@';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES
  ON commonplace.* TO `schema`@'127.0.0.1';

CREATE USER IF NOT EXISTS repl@'127.0.0.1' IDENTIFIED BY '@DB_REPLICATION_PASSWORD@';
GRANT REPLICATION REPLICA ON *.* TO repl@'127.0.0.1';

-- HAProxy asks who is the primary. No password, because its checks send fixed bytes, and no right
-- to anything; it reads one server variable.
CREATE USER IF NOT EXISTS health@'127.0.0.1' WITH MAX_USER_CONNECTIONS 20;
