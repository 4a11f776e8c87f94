package xindang.persistence.codec;

import java.util.List;
import xindang.model.archive.RecordSummary.Status;

/** The numbers by which the tables know the statuses of records. */
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
