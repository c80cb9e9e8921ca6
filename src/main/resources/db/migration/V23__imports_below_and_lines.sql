-- Imports below a page of a space, and their checks.
alter table import_check add column below_id bigint null;
alter table import_run add column below_id bigint null;

-- Where in its file a note of a job is about.
alter table job_note add column line_number int null;
alter table job_note add column line_text varchar(250) null;

-- The pages whose links a job rewrites after a move, while it runs.
create table link_rewrite (
    job_id    bigint  not null,
    number    int     not null,
    page_id   bigint  not null,
    rewritten boolean not null,
    primary key (job_id, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
