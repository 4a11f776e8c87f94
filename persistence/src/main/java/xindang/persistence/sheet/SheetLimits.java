package xindang.persistence.sheet;

import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** The limits of a file that is read. */
final class SheetLimits {
    /** Larger files are refused. The roster of a township is much smaller. */
    static final long MOST_BYTES = 100L << 20;

    static final int MOST_ROWS = 300_000;
    /** More columns are not read. */
    static final int MOST_CELLS = 400;

    private SheetLimits() {}

    static AppException tooLarge(String name) {
        return new AppException(ErrorCode.UNREADABLE, "more than " + MOST_ROWS + " rows", name, "large");
    }
}
