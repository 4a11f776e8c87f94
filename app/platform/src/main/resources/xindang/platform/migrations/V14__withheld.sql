-- A change from which something was taken that may not be kept: its digest is that of the whole change.
alter table history add column redacted boolean default false not null;

-- What devices reported that they do not keep, and what was done about it. No value is here.
create table withheld (
  change_id uuid not null,
  path varchar(200) not null,
  hash varchar(64) not null,
  device varchar(60) not null,
  code varchar(100) not null,
  outcome varchar(10) not null,
  reported_at bigint not null,
  primary key (change_id, path, hash, device)
);
