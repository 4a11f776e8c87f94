package xindang.model.testing;

import java.util.List;
import java.util.UUID;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.exchange.ExchangeStore;

/** An archive that is exchanged, as tests see it: in memory or a real one. */
public interface Office {
    /** Id of its device. */
    String device();

    void save(List<Draft> drafts);

    /** What the record says, own changes on top; empty when it is not known. */
    Content content(UUID record);

    List<Conflict> conflicts();

    /** The changes of a record that took effect in the platform's order, and then those that wait. */
    List<Change> history(UUID record);

    ExchangeStore exchange();

    /** What people work with. */
    ArchiveStore archives();
}
