-- A record may name the number of the subject that it is about in the place of its id.
alter table about alter column subject drop not null;
alter table about add column number varchar(100);
create index about_number on about (number, kind, created desc, no desc);
