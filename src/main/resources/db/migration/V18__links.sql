-- The link graph: every link of every page's current text, and how links and their possible targets find each other.
-- Clones of an earlier version don't write these tables. What they change meanwhile is found by its revision (linked_page).

-- The pages whose links are stored here. Deleted pages keep theirs until they are deleted permanently.
create table linked_page (
    page_id         bigint   not null primary key,
    revision_number int      not null,
    links           char(22) not null,               -- a digest of the links and of where they lead
    sections        char(22) not null                -- a digest of the ids in the text
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table page_link (
    page_id     bigint       not null,
    number      int          not null,               -- in the order of the text
    space_id    bigint       not null,
    kind        varchar(16)  not null,               -- INSIDE, WIKI, SECTION, OUTSIDE or UNSUPPORTED
    written     text         not null,               -- the destination, as in the text
    section     varchar(300) not null,               -- the id that it names; '' for a whole page
    section_key bigint       null,                   -- a number for that id
    target_id   bigint       null,                   -- the page or file that it leads to
    state       varchar(16)  not null,               -- FOUND, BROKEN, NO_SECTION or NOT_CHECKED
    primary key (page_id, number),
    key page_link_target (target_id, page_id),
    key page_link_state (space_id, state, page_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The names that a link looks for, as numbers: a page or file that gets one of them may be its target.
create table link_key (
    space_id bigint not null,
    name_key bigint not null,
    page_id  bigint not null,
    number   int    not null,                        -- of the link
    primary key (space_id, name_key, page_id, number),
    key link_key_page (page_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What links to a page can name after the hash.
create table page_section (
    page_id     bigint not null,
    section_key bigint not null,
    primary key (page_id, section_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What has to be looked at again. Each clone takes some at a time.
create table link_task (
    id         bigint      not null primary key,
    kind       varchar(16) not null,                 -- NEW_TARGET, TARGET, SECTIONS, LINKS or FILL
    subject_id bigint      not null,                 -- a page or, as a target, a file
    key link_task_kind (kind, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The pages that there are already. Identifiers are unique across tables.
insert into link_task (id, kind, subject_id) select id, 'FILL', id from page where document_id is not null;
