-- Run on each server, and not replicated. @NAME@ is filled in by provision.sh.
-- Everyone comes over loopback, or (this file once more) from the network of the hosts that clones and
-- balancers run on. root has no password and no network: it is let in by the socket,
-- as the operating system's user that runs the servers.
SET SESSION sql_log_bin = 0;
CREATE DATABASE IF NOT EXISTS commonplace;

-- The application: rows only. The two monitors show replication to the administrator.
CREATE USER IF NOT EXISTS app@'@FROM@' IDENTIFIED BY '@DB_APP_PASSWORD@';
GRANT SELECT, INSERT, UPDATE, DELETE ON commonplace.* TO app@'@FROM@';
GRANT BINLOG MONITOR, REPLICA MONITOR ON *.* TO app@'@FROM@';

-- The migrations, at a clone's start.
CREATE USER IF NOT EXISTS `schema`@'@FROM@' IDENTIFIED BY '@DB_SCHEMA_PASSWORD@';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES
  ON commonplace.* TO `schema`@'@FROM@';

CREATE USER IF NOT EXISTS repl@'@FROM@' IDENTIFIED BY '@DB_REPLICATION_PASSWORD@';
GRANT REPLICATION REPLICA ON *.* TO repl@'@FROM@';

-- In the clear or not, as the cluster is set.
ALTER USER app@'@FROM@' REQUIRE @TLS@;
ALTER USER `schema`@'@FROM@' REQUIRE @TLS@;
ALTER USER repl@'@FROM@' REQUIRE @TLS@;

-- HAProxy asks who is the primary. No password, because its checks send fixed bytes, and no right
-- to anything; it reads one server variable.
CREATE USER IF NOT EXISTS health@'@FROM@' WITH MAX_USER_CONNECTIONS 20;
