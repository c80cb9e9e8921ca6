-- The accounts of a group, made once on its first member and then replicated. @NAME@ is filled in by bootstrap.
CREATE DATABASE IF NOT EXISTS commonplace;

-- The application: rows only. It also sees which member is the primary.
CREATE USER app@'@FROM@' IDENTIFIED BY '@DB_APP_PASSWORD@' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE ON commonplace.* TO app@'@FROM@';
GRANT SELECT ON performance_schema.replication_group_members TO app@'@FROM@';

-- The migrations, at a clone's start.
CREATE USER `schema`@'@FROM@' IDENTIFIED BY '@DB_SCHEMA_PASSWORD@' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, LOCK TABLES
  ON commonplace.* TO `schema`@'@FROM@';

-- `status`, `start-group`, `switch-primary`: it can start and change the group and end connections, and read no page.
CREATE USER operator@'@FROM@' IDENTIFIED BY '@GROUP_OPERATOR_PASSWORD@' REQUIRE SSL;
GRANT PROCESS, GROUP_REPLICATION_ADMIN, SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN ON *.* TO operator@'@FROM@';
GRANT SELECT ON performance_schema.* TO operator@'@FROM@';

-- HAProxy asks who is the primary. Its checks send fixed bytes, so the account has no password and no TLS. It reads who is in
-- the group, and a table of one row that holds nothing: reading a table waits for the group's majority (role-check.sh).
CREATE DATABASE IF NOT EXISTS role_check;
CREATE TABLE role_check.one_row (id INT NOT NULL PRIMARY KEY);
INSERT INTO role_check.one_row VALUES (1);
CREATE USER health@'@FROM@' IDENTIFIED WITH caching_sha2_password BY '' WITH MAX_USER_CONNECTIONS 20;
GRANT SELECT ON performance_schema.replication_group_members TO health@'@FROM@';
GRANT SELECT ON role_check.one_row TO health@'@FROM@';
