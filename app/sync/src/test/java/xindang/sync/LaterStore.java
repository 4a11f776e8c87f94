package xindang.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import xindang.model.exchange.ExchangeStore;

/** The store of a later version of the program: the last change that it sends has members that this version does not know. */
final class LaterStore extends ForwardingStore {
    private final UnaryOperator<String> later;

    LaterStore(ExchangeStore store, UnaryOperator<String> later) {
        super(store);
        this.later = later;
    }

    /** The last change as it was sent. */
    String last() {
        var counts = store.counts();
        var last = counts.waiting() + counts.settled();
        return texts(last, last).get(0);
    }

    @Override
    public List<String> texts(long first, long last) {
        var counts = store.counts();
        var texts = new ArrayList<>(store.texts(first, last));
        if (last == counts.waiting() + counts.settled()) {
            texts.set(texts.size() - 1, later.apply(texts.get(texts.size() - 1)));
        }
        return texts;
    }
}
