-- Records about a subject are asked for by their kind, the newest first: the index has that order, so that only those are read.
create index about_newest on about (subject, kind, created desc, no desc);
drop index about_subject;
