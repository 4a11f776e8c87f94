package xindang.desktop.form;

import java.util.List;
import xindang.model.archive.Durability;

/**
 * One change in the history of an archive, in words.
 *
 * @param opened how many items the change that opened the archive brought; 0 for every other change
 */
record HistoryLine(
        String moment, String user, String origin, int opened, List<Step> steps, int more, Durability durability) {
    /** A value from what to what; empty when there was none. */
    record Step(String label, String before, String after) {}
}
