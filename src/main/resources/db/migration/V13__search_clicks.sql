-- How often people opened a result. Null: counted by a version that did not count this.
alter table search_count add column clicks int null;
