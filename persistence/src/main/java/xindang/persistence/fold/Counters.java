package xindang.persistence.fold;

import xindang.persistence.ledger.LedgerPosition;

/** The marks while a transaction changes them. */
public final class Counters {
    long entries;
    long saves;
    long records;
    long slots;
    public long sequence;
    public String previous;
    long sealed;
    long receipted;
    long settled;
    long through;

    Counters(Checkpoint marks) {
        entries = marks.entries();
        saves = marks.saves();
        records = marks.records();
        slots = marks.slots();
        sequence = marks.sequence();
        previous = marks.previous();
        sealed = marks.sealed();
        receipted = marks.receipted();
        settled = marks.settled();
        through = marks.through();
    }

    public Checkpoint marks(LedgerPosition ledger) {
        return new Checkpoint(
                entries, saves, records, slots, sequence, previous, sealed, receipted, settled, through, ledger);
    }
}
