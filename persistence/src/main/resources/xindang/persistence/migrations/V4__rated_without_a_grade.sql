-- Too little is known of some subjects for a grade: they are rated all the same, and counted apart from those that never were.

-- null: never rated; empty: rated without a grade
update subject set grade = '' where graded is not null and grade is null;

-- Of the tally the empty grade stays that of what was never rated.
insert into tally (kind, region, grade, status, records)
  select s.kind, s.region, '-', s.status, count(*) from (
    select kind, region,
      case when conflict then 4 when pending > (select through from mark) then 1 else 3 end as status
    from subject where grade = '') s
  group by s.kind, s.region, s.status;
update tally set records = records - (
    select u.records from tally u
    where u.kind = tally.kind and u.region = tally.region and u.status = tally.status and u.grade = '-')
  where grade = ''
  and exists (
    select 1 from tally u
    where u.kind = tally.kind and u.region = tally.region and u.status = tally.status and u.grade = '-');
