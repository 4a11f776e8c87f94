package xindang.desktop.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** A work that goes on elsewhere, seen from the screen: whether it runs, how far it is, and a way to stop it. */
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

    /** 0 when the work does not know. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Asks the work to stop; it ends at its next safe place. May be called from any thread. */
    public void cancel() {
        cancelled.set(true);
    }

    public boolean cancelled() {
        return cancelled.get();
    }

    /** Shows how far the work is; on the screen thread. */
    public void show(long doneNow, long totalNow) {
        done.set(doneNow);
        total.set(totalNow);
    }

    /** Marks the work as ended; on the screen thread. */
    public void end() {
        active.set(false);
    }
}
