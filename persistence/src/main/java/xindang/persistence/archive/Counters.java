package xindang.persistence.archive;

import xindang.persistence.ledger.Mark;

/** The marks while a transaction moves them. */
final class Counters {
    long entries;
    long saves;
    long records;
    long slots;
    long sequence;
    String previous;
    long sealed;
    long receipted;
    long settled;
    long through;

    Counters(Marks marks) {
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

    Marks marks(Mark ledger) {
        return new Marks(
                entries, saves, records, slots, sequence, previous, sealed, receipted, settled, through, ledger);
    }
}
