package xindang.desktop.report;

/** Something looked at before a report is issued: whether it is in order, and the words. */
record IssueCheck(boolean fine, String words) {}
