package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Places slabs from top to bottom and opens new pages. Slabs that belong together stay together, and table heads are
 * repeated on each page.
 */
final class Flow {
    private final Type type;
    private final double top;
    private final double bottom;
    private final List<PageComposer> sheets = new ArrayList<>();
    private double y;
    private double opened;

    /** Creates a flow whose page bodies extend from {@code top} to {@code bottom}. */
    Flow(Type type, double top, double bottom) {
        this.type = type;
        this.top = top;
        this.bottom = bottom;
        sheets.add(new PageComposer(type));
        y = top;
        opened = top;
    }

    /** Sets the start of the body on the first page, below what was drawn there already. */
    void startAt(double start) {
        y = start;
        opened = 0;
    }

    PageComposer sheet() {
        return sheets.get(sheets.size() - 1);
    }

    List<PageComposer> sheets() {
        return sheets;
    }

    void add(List<Slab> slabs) {
        int i = 0;
        while (i < slabs.size()) {
            int end = i;
            double needed = slabs.get(i).total();
            while (slabs.get(end).hold() == Slab.Hold.WITH_NEXT && end + 1 < slabs.size()) {
                end++;
                needed += slabs.get(end).total();
            }
            boolean fitsAPage = needed <= bottom - top - 60;
            if (y + needed > bottom && fitsAPage) {
                open(slabs.get(i));
            }
            for (; i <= end; i++) {
                place(slabs.get(i));
            }
        }
    }

    private void place(Slab slab) {
        if (y + slab.total() > bottom && y > opened) {
            open(slab);
        }
        y += y > opened ? slab.gap() : 0;
        slab.painter().paint(sheet(), y);
        y += slab.height();
    }

    private void open(Slab next) {
        newPage();
        next.head().ifPresent(head -> {
            head.painter().paint(sheet(), y);
            y += head.height();
        });
    }

    private void newPage() {
        sheets.add(new PageComposer(type));
        y = top;
        opened = top;
    }
}
