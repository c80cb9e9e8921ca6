-- What an administrator sets for the whole site, and what people type and have not saved yet.

create table site_setting (
    name            varchar(64)   not null primary key,
    value           varchar(2000) not null,
    changed_by_name varchar(120)  not null,
    changed_at      datetime(6)   not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One row for each person and page, or place for a page: the latest text only.
create table draft (
    id        varchar(96)  not null primary key,     -- the person's identifier, a slash, and what it is a draft of
    sheet     varchar(32)  not null,                 -- the opened editor that it was typed into
    title     varchar(300) not null,
    markdown  mediumtext   not null,
    comment   varchar(300) not null,
    base      int          not null,                 -- the revision that the text was made from; 0 for a new page
    kept_at   datetime(6)  not null,
    key draft_kept (kept_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
