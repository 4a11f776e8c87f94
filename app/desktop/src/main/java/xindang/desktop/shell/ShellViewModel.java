package xindang.desktop.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;

/** What the frame says of the whole program: who works, on which device, with the platform or without. */
public final class ShellViewModel {
    /** True while the platform answered at the last attempt; offline is normal and grey. */
    public final BooleanProperty online = new SimpleBooleanProperty(false);
    /** Archives whose newest change the platform has not confirmed. */
    public final LongProperty pending = new SimpleLongProperty();

    private final String person;
    private final String device;
    private final String version;

    public ShellViewModel(String person, String device, String version) {
        this.person = person;
        this.device = device;
        this.version = version;
    }

    public String person() {
        return person;
    }

    public String device() {
        return device;
    }

    public String version() {
        return version;
    }
}
