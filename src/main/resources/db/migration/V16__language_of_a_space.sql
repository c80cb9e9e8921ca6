-- The language of a space's pages, ISO 639-1; empty if the search detects it for each page.
alter table space
    add column language varchar(8) not null default '';
