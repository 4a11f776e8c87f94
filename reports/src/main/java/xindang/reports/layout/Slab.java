package xindang.reports.layout;

import java.util.Optional;

/**
 * A horizontal part of the body that is never divided: a table row, a line of a paragraph, a chart.
 *
 * @param gap free space above; ignored at the top of a page
 * @param height height without the gap
 * @param hold whether the next slab must be on the same page
 * @param head the slab to repeat above this one at the top of a page, such as the head of its table
 */
record Slab(double gap, double height, Hold hold, Optional<Slab> head, Painter painter) {
    /** Draws the slab with its upper edge at {@code y}. */
    interface Painter {
        void paint(PageComposer sheet, double y);
    }

    enum Hold {
        FREE,
        WITH_NEXT
    }

    static Slab free(double gap, double height, Painter painter) {
        return new Slab(gap, height, Hold.FREE, Optional.empty(), painter);
    }

    static Slab withNext(double gap, double height, Painter painter) {
        return new Slab(gap, height, Hold.WITH_NEXT, Optional.empty(), painter);
    }

    Slab under(Slab repeated) {
        return new Slab(gap, height, hold, Optional.of(repeated), painter);
    }

    Slab held() {
        return new Slab(gap, height, Hold.WITH_NEXT, head, painter);
    }

    double total() {
        return gap + height;
    }
}
