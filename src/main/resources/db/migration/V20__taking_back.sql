-- Imports that are checked first and taken back later; spaces that are archived, deleted, or get another key. A clone of the
-- version before knows none of this and goes on: it writes no row here, and what it reads has not changed.

-- The same for all notes of one kind, such as the broken links; empty if nobody counts them.
alter table job_note add column kind varchar(64) not null default '';

-- An import that was only tried. Its plan stays in import_file, and its archive in upload_piece, until somebody imports or
-- discards it, or for a day.
create table import_check (
    job_id    bigint       not null primary key,
    space_id  bigint       not null,
    upload_id bigint       not null,
    file_name varchar(150) not null,
    person_id bigint       not null,                 -- who may go on with it
    dialect   varchar(32)  not null,                 -- the program that the files seem to come from
    ready     boolean      not null,
    made_at   datetime(6)  not null,
    key import_check_made (made_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The pages that a job moves to the trash, or a check would move, each with all pages below it.
create table import_trash (
    job_id    bigint       not null,
    number    int          not null,
    import_id bigint       not null,                 -- the import that has made or read them
    page_id   bigint       not null,
    path      varchar(700) not null,
    title     varchar(300) not null,
    pages     int          not null,                 -- with those below
    primary key (job_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- An import that has changed something, by its job.
create table import_run (
    id          bigint       not null primary key,
    space_id    bigint       not null,
    file_name   varchar(150) not null,
    author_name varchar(120) not null,
    ended_at    datetime(6)  not null,
    key import_run_space (space_id, ended_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What it did to each page of its archive, so that it can be taken back.
create table imported_page (
    import_id       bigint       not null,
    number          int          not null,           -- of the file in the plan
    page_id         bigint       not null,
    outcome         varchar(16)  not null,           -- CREATED, UPDATED, UNCHANGED, or TRASHED
    path            varchar(700) not null,
    revision_number int          not null,           -- after the import; 0 if the text was not the archive's
    revision_before int          not null,           -- 0 for a new page
    hash_before     char(64)     null,               -- page.import_hash and source_path before an update
    source_before   varchar(700) null,
    deletion_id     bigint       null,               -- of a page that is gone from the archive
    undone          boolean      not null,
    primary key (import_id, number),
    key imported_page_page (page_id, import_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The end of a space. The rows of a deleted one stay for some days; then a job deletes them.
alter table space
    add column archived_at datetime(6) null,
    add column deleted_at datetime(6) null,
    add column deleted_by_name varchar(120) null,
    add column deletion_job bigint null;             -- it can't be restored any more

-- Former keys lead on to the space.
create table old_space_key (
    slug     varchar(64) not null primary key,
    space_id bigint      not null,
    key old_space_key_space (space_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
