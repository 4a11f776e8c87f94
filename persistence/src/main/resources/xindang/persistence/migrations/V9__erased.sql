-- Records that were erased: their keys are destroyed, and no change of them is kept any more.
create table erased (
  id uuid not null primary key,
  -- number that the record had; 0 when it was never here
  no bigint not null,
  -- where its key lay in keys.xdk; -1 when it was never here
  slot bigint not null,
  -- number of the entry that erased it; 0 while only the lack of a key says it, which is a damage
  entry bigint not null
);
create index erased_entry on erased (entry);
