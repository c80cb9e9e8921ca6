-- Exports. An archive is kept in parts, and each part in pieces small enough for one packet, until it is deleted.

create table space_export (
    id         bigint       not null primary key,
    person_id  bigint       not null,                -- who has asked for it, and the only one who gets it
    file_name  varchar(150) not null,
    created_at datetime(6)  not null,
    listed_at  datetime(6)  null,                    -- the instant that it shows
    ready_at   datetime(6)  null,
    size       bigint       not null,                -- of the whole archive, when it is ready
    key space_export_ready (ready_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table export_space (
    export_id bigint      not null,
    space_id  bigint      not null,
    slug      varchar(64) not null,
    primary key (export_id, space_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What belongs into an archive, listed at one instant by one statement, until its job is over.
create table export_file (
    export_id       bigint       not null,
    kind            varchar(8)   not null,           -- PAGE, FILE, or ALIAS: a former address of a page
    number          int          not null,           -- counted from 0 for each kind
    space_id        bigint       not null,
    target_id       bigint       not null,           -- the page or the attachment
    page_id         bigint       null,               -- the page that lists a file
    path            varchar(700) not null,
    source_path     varchar(700) not null,           -- the file that a page's relative links are relative to
    title           varchar(300) not null,
    revision_number int          not null,
    hash            char(64)     null,
    size            bigint       not null,
    name            varchar(800) null,               -- in the archive
    primary key (export_id, kind, number),
    key export_file_path (export_id, space_id, path),
    key export_file_target (export_id, target_id),
    key export_file_page (export_id, page_id),
    key export_file_hash (hash)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Files outside of the exported part that its pages show or link to.
create table export_link (
    export_id     bigint not null,
    attachment_id bigint not null,
    primary key (export_id, attachment_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table export_part (
    id        bigint     not null primary key,
    export_id bigint     not null,
    section   int        not null,                   -- 0: pages, 1: files, 2: the archive's own list
    number    int        not null,                   -- of its first page or file
    items     int        not null,                   -- pages or files in it
    size      bigint     not null,
    directory mediumblob not null,                   -- its entries, for the archive's own list
    unique key export_part_place (export_id, section, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table export_piece (
    part_id bigint      not null,
    number  int         not null,
    bytes   mediumblob  not null,
    kept_at datetime(6) not null default current_timestamp(6),
    primary key (part_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- An exported file names the title of its page, which the text need not have.
alter table import_file add column title_given boolean not null default false;
