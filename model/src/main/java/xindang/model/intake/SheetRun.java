package xindang.model.intake;

import java.util.Iterator;

/**
 * One sheet in progress.
 *
 * @param reads the subjects of the sheet, read on demand, because a large sheet does not fit in memory twice
 */
record SheetRun(
        SheetReport report, RowWriter writer, PlaceReader places, RowReader reader, Iterator<RowReader.Read> reads) {
    SheetResult result() {
        return report.result(writer);
    }
}
