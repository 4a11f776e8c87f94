package xindang.desktop.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;

/** The data of the frame that concerns the whole program: person, device, version and connection. */
public final class ShellViewModel {
    /** True if the platform answered at the last attempt. Working offline is normal, so its colour is grey. */
    public final BooleanProperty online = new SimpleBooleanProperty(false);
    /** The number of records whose newest change the platform has not confirmed. */
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
