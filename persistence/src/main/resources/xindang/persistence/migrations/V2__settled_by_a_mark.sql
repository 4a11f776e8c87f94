-- Own changes that come back touch no record: how far they came, and the last of each record, say what waits.

-- up to which sequence all own changes came back
alter table mark add column through bigint default 0 not null;
update mark set through = coalesce(
  (select min(sequence) - 1 from change where device = 0 and place is null),
  (select max(sequence) from change where device = 0),
  0);

-- Runs of own changes that came back, and where the platform put them. Place and verdict of table change are those of a
-- change that came as a whole.
create table place (
  first bigint not null primary key,
  last bigint not null,
  position bigint not null,
  verdict smallint not null
);
insert into place
  select sequence, sequence, place, verdict from change
  where device = 0 and place is not null and sequence > (select through from mark);

-- The last own change of a record on which one waits: it waits while that is above through, and settled counts as long.
alter table record add column pending bigint default 0 not null;
update record set pending =
  (select max(c.sequence) from change c where c.record = record.no and c.device = 0 and c.place is null)
  where settled is not null
  and exists (select 1 from change c where c.record = record.no and c.device = 0 and c.place is null);

alter table subject add column pending bigint default 0 not null;
update subject set pending = (select r.pending from record r where r.no = subject.no);
alter table subject add column conflict boolean default false not null;
update subject set conflict = exists (select 1 from conflict c where c.record = subject.no);
alter table subject drop column status;

-- The villages of subjects have an index, and nobody asks for those of other records.
drop index if exists record_region;
