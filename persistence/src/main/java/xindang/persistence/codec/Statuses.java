package xindang.persistence.codec;

import java.util.List;
import xindang.model.archive.RecordSummary.Status;

/** The stored numbers of record statuses. */
public final class Statuses {
    private static final List<Status> NUMBERED =
            List.of(Status.DRAFT, Status.SAVED, Status.BACKED_UP, Status.SETTLED, Status.CONFLICT);

    private Statuses() {}

    public static int number(Status status) {
        return NUMBERED.indexOf(status);
    }

    public static Status status(int number) {
        return NUMBERED.get(number);
    }
}
