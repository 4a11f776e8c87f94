package xindang.desktop.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** A running background work as the screen sees it: active or not, its progress, and a way to cancel it. */
public final class Running {
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Returns the total count, 0 if unknown. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Asks the work to stop. It stops at its next safe point. Any thread may call this. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean cancelled() {
        return cancelled.get();
    }

    /** Updates the progress. Call it on the screen thread. */
    public void show(long doneNow, long totalNow) {
        done.set(doneNow);
        total.set(totalNow);
    }

    /** Marks the work as finished. Call it on the screen thread. */
    public void end() {
        active.set(false);
    }
}
