-- Beside the grade: what its rating rests on, and until when it holds. Beside the name: whether a row of bad information lacks a
-- required item. The entries are folded again after this, which fills the columns.
alter table subject add (
  -- digest of the form and the inputs of the latest rating; null when never rated
  basis varchar(32),
  -- the day of that rating, in days since 1970
  rated_on bigint,
  -- the last time that a row of bad information was written
  warned bigint,
  -- the first day on which the rating is stale; null when none is known
  stale bigint,
  -- the first day after its validity
  expired bigint,
  incomplete boolean default false not null
);
