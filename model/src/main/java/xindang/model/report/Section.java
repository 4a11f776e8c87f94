package xindang.model.report;

import java.math.BigDecimal;
import java.util.List;
import xindang.model.report.ReportContent.Pair;

/** A part of a report with its own title. */
public sealed interface Section {
    String title();

    /** Labels and values in a grid. A row has one to three pairs. In a short row the longest value is wide. */
    record Facts(String title, List<List<Pair>> rows) implements Section {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    /** Counts in boxes side by side, at most eight. */
    record Figures(String title, List<Pair> figures) implements Section {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A table.
     *
     * @param empty printed when it has no rows
     * @param note printed below the rows, or instead of {@code empty}; empty for none
     */
    record Table(String title, List<Column> columns, List<List<String>> rows, String empty, String note)
            implements Section {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public Table(String title, List<Column> columns, List<List<String>> rows, String empty) {
            this(title, columns, rows, empty, "");
        }
    }

    /** A column of a table with its share of the width. */
    record Column(String title, Align align, double weight) {}

    /** The alignment of a column: text left, figures right. */
    enum Align {
        LEFT,
        RIGHT,
        CENTER
    }

    /** Every indicator with its value, its rule and its points. Vetoes and caps always have a line. */
    record Scores(String title, List<ScoreBlock> blocks, List<Pair> notes) implements Section {
        public Scores {
            blocks = List.copyOf(blocks);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A block of indicators.
     *
     * @param maximum maximum points possible with the known data
     */
    record ScoreBlock(String label, BigDecimal points, BigDecimal maximum, List<ScoreLine> lines) {
        public ScoreBlock {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One indicator.
     *
     * @param maximum maximum points possible with the known data; 0 when it is missing, then no points are printed
     */
    record ScoreLine(String label, String value, String rule, BigDecimal points, BigDecimal maximum) {}

    /**
     * Shares of the maximum by block, 0 to 1, beside the local average (below 0 when unknown).
     *
     * @param over number of subjects in the local average
     */
    record Radar(String title, List<Axis> axes, long over) implements Section {
        public Radar {
            axes = List.copyOf(axes);
        }
    }

    /** An axis of a radar. */
    record Axis(String label, double share, double average) {}

    /** Paragraphs, each after its bold label. */
    record Paragraphs(String title, List<Pair> paragraphs) implements Section {
        public Paragraphs {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
