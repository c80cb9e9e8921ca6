-- People's sessions, for the case that all clones are gone at once. The database can neither read nor change one: the
-- values are sealed with a key that only the clones have, and the identifier is a hash of the one in the cookie.
create table session_backup (
    id      varchar(64) character set ascii collate ascii_bin not null primary key,
    version bigint      not null,                    -- grows with each change: what is older never overwrites
    sealed  blob        not null,
    ends_at datetime(6) not null,                    -- when it is over if nobody uses it any more
    key session_backup_ends (ends_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
