package xindang.desktop.form;

import java.util.List;
import xindang.model.archive.Durability;

/** One change in the history of an archive, in words, newest first. */
record HistoryLine(String moment, String user, String origin, List<Step> steps, int more, Durability durability) {
    /** A value from what to what; empty when there was none. */
    record Step(String label, String before, String after) {}
}
