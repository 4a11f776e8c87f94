-- The gateway's whole state: it runs on H2 and on PostgreSQL. Times are milliseconds since 1970, UTC.

create table setting (
  name varchar(100) not null primary key,
  content varchar(4000) not null
);

-- The last position given. Its row is locked by each push until it commits, so positions are visible in their order.
create table ticket (
  id int not null primary key,
  position bigint not null
);
insert into ticket (id, position) values (1, 0);

-- One-time codes, by SHA-256; used up by the key with this thumbprint.
create table code (
  hash varchar(64) not null primary key,
  region varchar(12) not null,
  expires_at bigint not null,
  used_by varchar(64)
);

-- Enrolled devices and how far each run of changes of theirs is here. A copy of an archive bears the name of the original and
-- is a run of its own.
create table client (
  id uuid not null primary key,
  device varchar(60) not null,
  region varchar(12) not null,
  jwk varchar(1000) not null,
  thumbprint varchar(64) not null,
  epoch int not null,
  received bigint not null,
  digest varchar(64) not null,
  enrolled_at bigint not null,
  unique (device, epoch)
);

-- Ids of tokens' assertions seen, until they expire.
create table assertion (
  client uuid not null,
  jti varchar(64) not null,
  expires_at bigint not null,
  primary key (client, jti)
);

-- Answers given, to be given again byte for byte.
create table batch (
  client uuid not null,
  id uuid not null,
  digest varchar(64) not null,
  answer bytea not null,
  answered_at bigint not null,
  primary key (client, id)
);

-- Every change received, in the bytes it came in. Without a position it waits for another change.
create table history (
  device varchar(60) not null,
  epoch int not null,
  sequence bigint not null,
  position bigint unique,
  change_id uuid unique,
  record uuid,
  region varchar(12) not null,
  county varchar(6) not null,
  digest varchar(64) not null,
  verdict varchar(12) not null,
  reason varchar(60),
  field varchar(200),
  size int not null,
  body bytea not null,
  primary key (device, epoch, sequence)
);
create index history_county on history (county, position);

-- Changes that wait, by the record they are about.
create table deferred (
  device varchar(60) not null,
  epoch int not null,
  sequence bigint not null,
  record uuid not null,
  primary key (device, epoch, sequence)
);
create index deferred_record on deferred (record);

-- The present state of each record.
create table record_state (
  id uuid not null primary key,
  template varchar(60) not null,
  version int not null,
  region varchar(12) not null,
  revision bigint not null,
  conflicts int not null,
  state bytea not null
);

-- What the public page knows of issued reports: nothing about their subject.
create table report (
  number varchar(100) not null primary key,
  record uuid not null,
  kind varchar(60) not null,
  digest varchar(64) not null,
  issued_at varchar(40) not null,
  issuer varchar(200) not null,
  region varchar(12) not null
);
