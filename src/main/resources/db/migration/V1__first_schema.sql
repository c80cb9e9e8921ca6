-- The first schema. Identifiers come from id_block, a block at a time, so that many rows go in one batch.
-- Everything that a page view needs stands in one row of page and one of document: reading joins nothing.
-- Times are UTC. Names that must be exact (paths, hashes, login names) compare as bytes.

create table id_block (
    name       varchar(32) not null primary key,
    next_value bigint      not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into id_block (name, next_value) values ('any', 100);

-- People ----------------------------------------------------------------------------------------------------------

create table person (
    id            bigint       not null primary key,
    name          varchar(64)  not null,             -- what one types to sign in, lower case
    display_name  varchar(120) not null,
    password_hash varchar(255) not null,
    active        boolean      not null,
    created_at    datetime(6)  not null,
    version       int          not null,
    unique key person_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table people_group (
    id      bigint       not null primary key,
    name    varchar(64)  not null,
    version int          not null,
    unique key people_group_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table group_member (
    group_id  bigint not null,
    person_id bigint not null,
    primary key (group_id, person_id),
    key group_member_person (person_id),
    constraint group_member_group foreign key (group_id) references people_group (id) on delete cascade,
    constraint group_member_person foreign key (person_id) references person (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Two groups that always exist: members of the first may do everything; everybody is in the second.
insert into people_group (id, name, version) values (1, 'administrators', 1), (2, 'everyone', 1);

-- Spaces and their pages --------------------------------------------------------------------------------------------

create table space (
    id           bigint        not null primary key,
    slug         varchar(64)   not null,
    name         varchar(120)  not null,
    description  varchar(500)  not null,
    tree_version bigint        not null,             -- grows whenever a page comes, goes, moves or gets a new title
    created_at   datetime(6)   not null,
    version      int           not null,
    unique key space_slug (slug)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table space_right (
    space_id bigint      not null,
    group_id bigint      not null,
    level    varchar(16) not null,                   -- VIEW, EDIT or ADMINISTER; each contains those before it
    primary key (space_id, group_id),
    key space_right_group (group_id),
    constraint space_right_space foreign key (space_id) references space (id) on delete cascade,
    constraint space_right_group foreign key (group_id) references people_group (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table page (
    id              bigint       not null primary key,
    space_id        bigint       not null,
    parent_id       bigint       null,
    path            varchar(700) not null,           -- within the space; '' is the space's own front page
    title           varchar(300) not null,
    source_path     varchar(700) not null,           -- the file that relative links in the text are relative to
    document_id     bigint       null,               -- null: its text is still on its way (an import)
    revision_number int          not null,
    import_hash     char(64)     null,               -- of the file last imported into this page
    changed_by      bigint       not null,
    changed_by_name varchar(120) not null,
    changed_at      datetime(6)  not null,
    version         int          not null,
    unique key page_path (space_id, path),
    key page_changed (changed_at),
    constraint page_space foreign key (space_id) references space (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table revision (
    id              bigint       not null primary key,
    page_id         bigint       not null,
    number          int          not null,
    title           varchar(300) not null,
    markdown        mediumtext   not null,
    comment         varchar(300) not null,
    author_id       bigint       not null,
    author_name     varchar(120) not null,
    created_at      datetime(6)  not null,
    unique key revision_number (page_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What a revision was rendered to. A row never changes: rendering again makes a new one.
create table document (
    id              bigint       not null primary key,
    page_id         bigint       not null,
    revision_number int          not null,
    html            mediumtext   not null,
    outline         mediumtext   not null,           -- the table of contents, as list items
    has_code        boolean      not null,
    key document_page (page_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Where pages were before: those addresses lead on for ever.
create table old_path (
    space_id bigint       not null,
    path     varchar(700) not null,
    page_id  bigint       not null,
    primary key (space_id, path)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Files -------------------------------------------------------------------------------------------------------------

-- Bytes, named by their SHA-256, kept where every clone can read them.
create table content (
    hash  char(64)   not null primary key,
    size  bigint     not null,
    bytes longblob   not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table attachment (
    id         bigint       not null primary key,
    space_id   bigint       not null,
    page_id    bigint       null,                    -- the page it is listed on
    path       varchar(700) not null,
    name       varchar(255) not null,
    media_type varchar(127) not null,
    size       bigint       not null,
    hash       char(64)     not null,
    version    int          not null,
    unique key attachment_path (space_id, path),
    key attachment_page (page_id),
    constraint attachment_space foreign key (space_id) references space (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Jobs --------------------------------------------------------------------------------------------------------------

-- Without foreign keys: checking them locks the job's row for sharing, and workers that then want it for themselves,
-- to count what they have done, would wait for each other.

create table job (
    id               bigint       not null primary key,
    kind             varchar(32)  not null,
    title            varchar(300) not null,
    state            varchar(16)  not null,
    payload          mediumtext   not null,          -- JSON, of the kind's own form
    done             int          not null,
    total            int          not null,
    result           varchar(500) not null,          -- what it came to, in words
    cancel_requested boolean      not null,
    created_by       varchar(64)  not null,          -- the person's login name
    created_at       datetime(6)  not null,
    started_at       datetime(6)  null,
    ended_at         datetime(6)  null,
    version          int          not null,
    key job_created (created_at),
    key job_state (state)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table job_step (
    id         bigint       not null primary key,
    job_id     bigint       not null,
    name       varchar(32)  not null,
    first_item int          not null,
    last_item  int          not null,                -- exclusive
    state      varchar(16)  not null,                -- PENDING, RUNNING, DONE, FAILED or CANCELLED
    token      int          not null,                -- grows with each claim; a worker with an old one can't write
    worker     varchar(64)  null,
    attempts   int          not null,
    wake_at    datetime(6)  not null,                -- when the sweep sends its message again
    claimed_at datetime(6)  null,
    ended_at   datetime(6)  null,
    key job_step_job (job_id, state),
    key job_step_wake (state, wake_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table job_note (
    id       bigint        not null primary key,
    job_id   bigint        not null,
    severity varchar(16)   not null,                 -- PROBLEM or HINT
    subject  varchar(700)  not null,                 -- the file or page
    message  varchar(1000) not null,
    key job_note_job (job_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Import ------------------------------------------------------------------------------------------------------------

-- An uploaded file, in pieces small enough for one packet, until its job is over.
create table upload_piece (
    upload_id bigint     not null,
    number    int        not null,
    bytes     mediumblob not null,
    primary key (upload_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table import_file (
    job_id      bigint       not null,
    number      int          not null,
    kind        varchar(16)  not null,               -- PAGE, FOLDER (a page for a folder without one), FILE or ALIAS
    source_path varchar(700) not null,
    path        varchar(700) not null,               -- the page's path, or the attachment's
    title       varchar(300) not null,
    hash        char(64)     not null,
    size        bigint       not null,
    target_id   bigint       not null,               -- the page or attachment that it becomes
    parent_id   bigint       null,                   -- the page above it, or that lists it
    text        mediumtext   null,                   -- a page's Markdown
    outcome     varchar(16)  null,                   -- CREATED, UPDATED, UNCHANGED or FAILED
    primary key (job_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
