-- The words that mean the same, for the search. One row, which is there from the start, so that two administrators can't both
-- insert it. Without a text, the program's own list holds.

create table search_synonyms (
    id              int         not null primary key,
    text            mediumtext,
    version         int         not null,
    changed_by_name varchar(120),
    changed_at      datetime(6)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into search_synonyms (id, version) values (1, 0);
