-- The trash. A page that is deleted leaves the table page, with all pages below it: no query over pages has to remember
-- that some of them don't count, and its path is free. Revisions, documents and attachments stay where they are, under
-- the page's identifier.

-- What was deleted at once, and comes back at once.
create table deletion (
    id              bigint       not null primary key,
    space_id        bigint       not null,
    title           varchar(300) not null,           -- of the page that was deleted, the uppermost one
    path            varchar(700) not null,           -- where that page was
    pages           int          not null,           -- how many went, that one included
    deleted_by      bigint       not null,
    deleted_by_name varchar(120) not null,
    deleted_at      datetime(6)  not null,
    page_id         bigint       not null,           -- that page
    key deletion_space (space_id, deleted_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The columns of page as they were, and the deletion. A column that page gets later belongs here too.
create table trashed_page (
    id              bigint       not null primary key,
    space_id        bigint       not null,
    parent_id       bigint       null,
    path            varchar(700) not null,
    title           varchar(300) not null,
    source_path     varchar(700) not null,
    document_id     bigint       null,
    revision_number int          not null,
    import_hash     char(64)     null,
    changed_by      bigint       not null,
    changed_by_name varchar(120) not null,
    changed_at      datetime(6)  not null,
    version         int          not null,
    deletion_id     bigint       not null,
    key trashed_page_path (space_id, path),
    key trashed_page_deletion (deletion_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Moving and deleting want all pages below one, and their former addresses.
alter table page add key page_parent (parent_id);
alter table old_path add key old_path_page (page_id);
