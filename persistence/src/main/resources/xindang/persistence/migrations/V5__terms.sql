-- Which records have rows that may be kept for a term only, and the first day on which one of them may not be kept any more, in
-- days since 1970. Filled at the next opening, which knows the templates.
create table term (
  no bigint not null primary key,
  due bigint not null
);
create index term_due on term (due);
