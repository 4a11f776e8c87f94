-- The region of a record follows from its content, so a change may carry it from one region into another: offices of both see it.
alter table history add column left_region varchar(12);
