-- A change stands with its entry instead of in a row of its own, and the changes of a record are a chain from the last one
-- backwards instead of an index.
create index if not exists change_record on change (record, no);

alter table entry add (
  record bigint,
  -- the entry of the change of this record before; 0 for the first
  before bigint,
  device integer,
  sequence bigint,
  place bigint,
  verdict smallint
);
update entry e set (record, before, device, sequence, place, verdict) =
  (select c.record, coalesce((select max(p.no) from change p where p.record = c.record and p.no < c.no), 0),
    c.device, c.sequence, c.place, c.verdict from change c where c.no = e.no)
  where exists (select 1 from change c where c.no = e.no);

-- The entry of the last change.
alter table record add column last bigint default 0 not null;
update record r set last = coalesce((select max(c.no) from change c where c.record = r.no), 0);

drop table change;
create index entry_sequence on entry (device, sequence);
