package xindang.persistence.sheet;

import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.intake.Cell;

/** The memory that the cells of a file may use: half of what the program has. A hostile file ends in one sentence. */
final class Budget {
    /** Bytes of a cell and its text, without the letters. */
    private static final int CELL = 72;

    private static final int REFERENCE = 4;

    private final String file;
    private long left = Runtime.getRuntime().maxMemory() / 2;

    Budget(String file) {
        this.file = file;
    }

    /** Counts a cell that is stored once more. */
    void add(Cell cell) {
        spend(CELL + 2L * cell.text().length());
    }

    /** Counts a row with a number of cells that are stored already. */
    void row(int cells) {
        spend(CELL + (long) REFERENCE * cells);
    }

    void spend(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new AppException(ErrorCode.UNREADABLE, "cells beyond the memory", file, "large");
        }
    }
}
