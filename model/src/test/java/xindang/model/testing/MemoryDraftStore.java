package xindang.model.testing;

import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.DraftStore;
import xindang.model.archive.Unsaved;

/** Drafts in memory. */
public final class MemoryDraftStore implements DraftStore {
    private final Map<String, Unsaved> drafts = new TreeMap<>();

    @Override
    public Map<String, Unsaved> all() {
        return Map.copyOf(drafts);
    }

    @Override
    public void keep(String place, Unsaved unsaved) {
        if (unsaved.isEmpty()) {
            drafts.remove(place);
        } else {
            drafts.put(place, unsaved);
        }
    }
}
