-- A record that moves into another region is given whole to the offices there, which may have passed the positions of its
-- changes. A delivery has a position of its own in front of the move; what it gives is what the record has before that position.
create table delivery (
  position bigint not null primary key,
  record uuid not null,
  region varchar(12) not null,
  digest varchar(64) not null
);
create index history_record on history (record, position);

-- The subject that a record is about: it moves with it.
alter table record_state add column subject uuid;
create index record_state_subject on record_state (subject);
-- What moved out of a county is found by its former region.
create index history_left on history (left_region, position);
