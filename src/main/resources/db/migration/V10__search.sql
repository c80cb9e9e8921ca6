-- Which pages changed, for the search index of each clone. Written in the transaction of the change. The sequence is given
-- by the server, in the order of the inserts; commits may come in another order, so readers look again for missing numbers.

create table page_change (
    sequence   bigint      not null auto_increment primary key,
    id         bigint      not null,
    page_id    bigint      not null,
    changed_at datetime(6) not null default current_timestamp(6),
    key page_change_time (changed_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- What people search for, a row for each day and text; nobody's name. It tells administrators what is missing.
create table search_count (
    day           date         not null,
    text          varchar(100) not null,
    searches      int          not null,
    without_pages int          not null,             -- how many of them found nothing
    primary key (day, text)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
