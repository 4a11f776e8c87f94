package xindang.desktop.report;

/**
 * Something looked at before a report is issued.
 *
 * @param fine whether it is in order
 * @param stops whether no report is made because of it
 */
record IssueCheck(boolean fine, boolean stops, String words) {
    IssueCheck(boolean fine, String words) {
        this(fine, false, words);
    }
}
