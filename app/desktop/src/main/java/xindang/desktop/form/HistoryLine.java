package xindang.desktop.form;

import java.util.List;
import xindang.model.archive.Durability;

/**
 * One change in the history of an archive, in words.
 *
 * @param headline what a change was that is told as a whole, such as the one that opened the archive; empty for every other
 */
record HistoryLine(String moment, String user, String headline, List<Step> steps, int more, Durability durability) {
    /** A value from what to what; empty when there was none. */
    record Step(String label, String before, String after) {}
}
