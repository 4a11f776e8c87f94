package xindang.persistence.fold;

import java.sql.Connection;
import xindang.persistence.database.Settings;

/** The region of the archive, read once. It is the region of records whose content names none. */
final class Home {
    private final Connection connection;
    private String region = "";

    Home(Connection connection) {
        this.connection = connection;
    }

    String region() {
        if (region.isEmpty()) {
            region = Settings.read(connection, Settings.REGION).orElse("");
        }
        return region;
    }
}
