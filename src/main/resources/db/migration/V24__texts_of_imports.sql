-- The texts of the pages that an import has planned, under the SHA-256 that import_file names. They are stored in batches while
-- the archive is read, so that no clone has all of them in memory and no transaction writes all of them. Until a later release
-- removes it, import_file.text only has the texts of imports that the former version has planned.
create table import_text (
    job_id bigint     not null,
    hash   char(64)   not null,
    text   mediumtext not null,
    primary key (job_id, hash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
