-- Records that were erased: no change of them or about them is taken any more.
create table erased (
  record uuid not null primary key,
  -- the erased record that it was about; itself for that
  subject uuid not null,
  erased_by uuid not null
);
