package xindang.desktop.form;

import java.util.List;
import xindang.model.archive.Durability;

/**
 * One change in the history of a record, as texts.
 *
 * @param headline summary of a change that is shown as a whole, such as the first one; otherwise empty
 * @param more the number of values that are not in the steps
 */
record HistoryLine(String moment, String user, String headline, List<Step> steps, int more, Durability durability) {
    /** The change of one value. Before or after is empty if there was no value. */
    record Step(String label, String before, String after) {}
}
