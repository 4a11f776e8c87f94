package xindang.persistence.database;

/**
 * Restricts H2, because a database file may come from a USB stick or another office and is not trusted. H2 then loads
 * no class that a file names, and reads no serialized object. H2 reads these settings once, when its first class is
 * loaded.
 */
final class Hardening {
    private Hardening() {}

    static void apply() {
        System.setProperty("h2.allowedClasses", "");
        System.setProperty("h2.serializeJavaObject", "false");
    }
}
