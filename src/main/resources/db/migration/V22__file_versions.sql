-- Versions, former names and the trash of files, and what happened to a page besides its text. A clone of the version before
-- knows none of this and goes on: what it reads has not changed, and what it writes is found by its hash.

-- The contents that a file has had, the current one included. A content that a clone of the version before stored, or that was
-- there before this table, gets its row when the next one replaces it; nobody knows then who stored it, and when.
create table file_version (
    attachment_id bigint       not null,
    number        int          not null,
    size          bigint       not null,
    hash          char(64)     not null,
    author_id     bigint       null,
    author_name   varchar(120) null,
    created_at    datetime(6)  null,
    restored_from int          null,                 -- the number of the version that it repeats
    primary key (attachment_id, number),
    key file_version_hash (hash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The paths that files had before they were renamed. Links by them lead on until another file gets the path.
create table file_alias (
    space_id      bigint       not null,
    path          varchar(700) not null,
    name          varchar(255) not null,
    attachment_id bigint       not null,
    primary key (space_id, path),
    key file_alias_name (space_id, name),
    key file_alias_attachment (attachment_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Deleted files. Their versions and former paths stay where they are.
create table trashed_file (
    id              bigint       not null primary key,
    space_id        bigint       not null,
    page_id         bigint       null,               -- the page that listed it
    path            varchar(700) not null,
    size            bigint       not null,
    hash            char(64)     not null,
    deleted_by      bigint       not null,
    deleted_by_name varchar(120) not null,
    deleted_at      datetime(6)  not null,
    key trashed_file_space (space_id, deleted_at),
    key trashed_file_page (page_id, deleted_at),
    key trashed_file_hash (hash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What the history of a page shows between the revisions: what happened to its address and to its files.
create table page_event (
    id          bigint       not null primary key,
    page_id     bigint       not null,
    kind        varchar(16)  not null,
    subject     varchar(700) not null,               -- the name of the file, or the address before
    detail      varchar(700) not null,               -- the new name, the number of the version, or ''
    author_id   bigint       not null,
    author_name varchar(120) not null,
    created_at  datetime(6)  not null,
    key page_event_page (page_id, created_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
