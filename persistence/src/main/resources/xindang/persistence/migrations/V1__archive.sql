-- What the entries of the ledger say, folded into tables. All of it can be made again from the ledger.

-- Every entry of the ledger once more, so that either side can mend the other.
create table entry (
  no bigint not null primary key,
  save bigint not null,
  kind smallint not null,
  body bytea not null
);

-- How far everything has come; one row.
create table mark (
  one smallint not null primary key,
  entries bigint not null,
  saves bigint not null,
  records bigint not null,
  slots bigint not null,
  sequence bigint not null,
  previous varchar(64) not null,
  sealed bigint not null,
  receipted bigint not null,
  settled bigint not null,
  ledger_frames bigint not null,
  ledger_last bigint not null,
  ledger_end bigint not null,
  ledger_hash varchar(64) not null
);

-- Template ids and device ids by small numbers.
create table kind (
  no smallint not null primary key,
  id varchar(100) not null unique
);

create table device (
  no integer not null primary key,
  id varchar(100) not null unique
);

-- What the numbers in changes and contents stand for: paths, template ids, device ids.
create table word (
  no integer not null primary key,
  content varchar(100) not null
);

create table record (
  no bigint not null primary key,
  id uuid not null,
  kind smallint not null,
  version integer not null,
  region bigint not null,
  revision bigint not null,
  slot bigint not null,
  secret bytea not null,
  -- empty while the change in one entry alone says it: then the source is the number of that
  content bytea,
  source bigint,
  settled bytea,
  created bigint not null,
  updated bigint not null
);
create unique index record_id on record (id);

-- What lists and searches read. These indexes, and those of record and change, are made by SearchIndexes, which takes
-- them away during a large import.
create table subject (
  no bigint not null primary key,
  id uuid not null,
  kind smallint not null,
  region bigint not null,
  name varchar(200) not null,
  given varchar(40) not null,
  pinyin varchar(80) not null,
  initials varchar(40) not null,
  number varchar(40) not null,
  number_end varchar(40) not null,
  phone varchar(40) not null,
  phone_end varchar(40) not null,
  hamlet varchar(200) not null,
  grade varchar(20),
  score varchar(20),
  graded bigint,
  filled smallint not null,
  status smallint not null,
  updated bigint not null
);

-- Which system record (rating, query, report) is about which subject.
create table about (
  no bigint not null primary key,
  subject uuid not null,
  kind smallint not null,
  created bigint not null
);
create index about_subject on about (subject, kind, created, no);

-- Number of records by kind, region, grade and status.
create table tally (
  kind smallint not null,
  region bigint not null,
  grade varchar(20) not null,
  status smallint not null,
  records bigint not null,
  primary key (kind, region, grade, status)
);

-- One row a change; its content is in the entry of the same number. Device 0 is this one.
create table change (
  no bigint not null primary key,
  save bigint not null,
  record bigint not null,
  device integer not null,
  sequence bigint not null,
  place bigint,
  verdict smallint
);

create table conflict (
  id uuid not null,
  record bigint not null,
  raised bigint not null,
  body bytea not null,
  primary key (record, id)
);

create table batch (
  id uuid not null primary key,
  first bigint not null,
  last bigint not null,
  receipt varchar(1000000)
);

create table setting (
  name varchar(100) not null primary key,
  content varchar(1000000) not null
);
