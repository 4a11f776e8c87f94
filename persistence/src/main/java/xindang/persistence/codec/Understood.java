package xindang.persistence.codec;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import xindang.model.archive.Change;
import xindang.model.exchange.WithheldChange;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;

/**
 * Changes that an earlier version of this program kept sealed and this one can read. They arrived before anybody could judge them, so
 * they pass the same gate as what arrives today each time they are read (征信业管理条例 article 14(1)).
 */
public final class Understood {
    private final Scrutiny scrutiny;
    private final Knowledge templates;
    private final Map<UUID, WithheldChange> withheld = new ConcurrentHashMap<>();

    public Understood(Scrutiny scrutiny, Knowledge templates) {
        this.scrutiny = scrutiny;
        this.templates = templates;
    }

    /** The change with marks in the place of what may not be kept of it. */
    Change judged(Change change) {
        var kept = Gate.withholding(scrutiny, templates.exactlyOrNone(change.template()), change);
        if (!kept.places().isEmpty()) {
            withheld.put(change.id(), new WithheldChange(change.id(), kept.places(), false));
        }
        return kept.change();
    }

    /** What was withheld of those that were read since the archive was opened. */
    public List<WithheldChange> withheld() {
        return List.copyOf(withheld.values());
    }
}
