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
 * Judges changes that an earlier version of this program could not read and that this version can read. Nothing judged
 * them when they were received. Therefore this class withholds their forbidden values each time they are read (征信业管理条例
 * article 14(1)).
 */
public final class Understood {
    private final Scrutiny scrutiny;
    private final Knowledge templates;
    private final Map<UUID, WithheldChange> withheld = new ConcurrentHashMap<>();

    public Understood(Scrutiny scrutiny, Knowledge templates) {
        this.scrutiny = scrutiny;
        this.templates = templates;
    }

    /** Returns the change with marks in place of values that may not be kept. */
    Change judged(Change change) {
        var kept = Gate.withholding(scrutiny, templates.exactlyOrNone(change.template()), change);
        if (!kept.places().isEmpty()) {
            withheld.put(change.id(), new WithheldChange(change.id(), kept.places(), false));
        }
        return kept.change();
    }

    /** Returns what was withheld from changes that were read since the opening. */
    public List<WithheldChange> withheld() {
        return List.copyOf(withheld.values());
    }
}
