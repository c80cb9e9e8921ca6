-- Whether there is room for what is saved. The watcher beside the databases looks, and notes it here, where it reaches all
-- clones, on whichever host they run.

create table server_disk (
    place       varchar(64) not null primary key,    -- 'data', where all databases of the cluster lie
    nearly_full boolean     not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
