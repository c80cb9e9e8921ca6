-- Links by name ([[Title]], ![[picture.png]]) find a page by its title or the end of its path, and a file by its name, in
-- any folder. Stored, because MariaDB and MySQL then treat it as any other column.

alter table page
    add column path_end varchar(700) generated always as (substring_index(path, '/', -1)) stored,
    add key page_path_end (space_id, path_end),
    add key page_title (space_id, title);

alter table attachment
    add key attachment_name (space_id, name);
