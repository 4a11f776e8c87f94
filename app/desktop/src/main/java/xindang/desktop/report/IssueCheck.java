package xindang.desktop.report;

/**
 * A check before a report is issued.
 *
 * @param fine true if the result is good
 * @param stops true if no report can be made
 */
record IssueCheck(boolean fine, boolean stops, String words) {
    IssueCheck(boolean fine, String words) {
        this(fine, false, words);
    }
}
