-- Each clone says once a second that it is there. How old the newest beat is on a replica is what the replica lags; and a
-- clone that beats without being in another's grid tells that one that the grid is split.

create table heartbeat (
    clone   varchar(64) not null primary key,
    member  varchar(64) not null,                    -- in the grid; another one after each start
    beat_at datetime(6) not null                     -- by the primary's clock
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
