-- How many changes of a record were written by a later version of the program. The entries are folded again after this, which counts
-- them.
alter table record add sealed bigint default 0 not null;
alter table subject add partly_sealed boolean default false not null;
