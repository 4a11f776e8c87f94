package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;

/** Sets slabs one below the other and opens pages: what is held together moves as one, heads are repeated. */
final class Flow {
    private final Type type;
    private final double top;
    private final double bottom;
    private final List<PageComposer> sheets = new ArrayList<>();
    private double y;
    private double opened;

    /** Pages whose body goes from {@code top} to {@code bottom}. */
    Flow(Type type, double top, double bottom) {
        this.type = type;
        this.top = top;
        this.bottom = bottom;
        sheets.add(new PageComposer(type));
        y = top;
        opened = top;
    }

    /** Where the body goes on below what was drawn on the first page by hand. */
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
