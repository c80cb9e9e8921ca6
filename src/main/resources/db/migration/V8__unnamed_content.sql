-- Bytes that nothing names (any more, or yet), and since when: after a while they go.
create table unnamed_content (
    hash  char(64)    not null primary key,
    since datetime(6) not null,
    key unnamed_content_since (since)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Whether an attachment names it is asked of each content.
create index attachment_hash on attachment (hash);

-- An upload that broke off belongs to no job, and goes after a while as well.
alter table upload_piece add column kept_at datetime(6) not null default current_timestamp(6);
