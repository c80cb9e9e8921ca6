-- Minor changes: folded in the history, and left out of the recent changes.
alter table revision
    add column minor boolean not null default false;

-- The last change that is not minor, while minor ones follow it. Clones of the version before leave it alone; the next change
-- that is not minor puts that right. Stored, because MariaDB and MySQL then treat listed_at as any other column.
alter table page
    add column major_at datetime(6) null,
    add column major_by_name varchar(120) null,
    add column listed_at datetime(6) generated always as (coalesce(major_at, changed_at)) stored,
    add key page_listed (listed_at);

alter table trashed_page
    add column major_at datetime(6) null,
    add column major_by_name varchar(120) null;
