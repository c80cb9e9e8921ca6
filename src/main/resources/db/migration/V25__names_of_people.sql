-- The list of people is in this order.
create index person_display_name on person (display_name, name);
