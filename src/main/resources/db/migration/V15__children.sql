-- The pages below a page in the order in which a tree shows them, by key: a page may have a hundred thousand. The language's
-- own order, without regard to capitals. Stored, because MariaDB and MySQL then treat it as any other column.
alter table page
    add column title_order varchar(300) collate utf8mb4_unicode_520_ci generated always as (title) stored,
    add key page_children (space_id, parent_id, title_order);
