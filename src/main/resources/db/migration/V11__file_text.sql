-- The text inside files, by their content. A row without a text waits for a job that reads it, or says why there is none.

create table file_text (
    hash       char(64)    not null primary key,
    state      varchar(16) not null,                 -- PENDING, READ or FAILED
    reason     varchar(16) null,                     -- why it failed
    text       mediumtext  null,
    characters int         not null,                 -- of the text
    attempts   int         not null,
    extractor  int         not null,                 -- the version that has read it
    job_id     bigint      null,                     -- the job that reads it, as its item of that number
    number     int         null,
    changed_at datetime(6) not null,
    key file_text_state (state, attempts),
    key file_text_job (job_id, number),
    constraint file_text_content foreign key (hash) references content (hash) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
