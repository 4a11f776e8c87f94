package xindang.persistence.database;

/**
 * Archives come by USB and from other offices, so the database file is not trusted: H2 may load no class that a file
 * names, and reads no serialized object. H2 reads these once, when its first class is loaded.
 */
final class Hardening {
    private Hardening() {}

    static void apply() {
        System.setProperty("h2.allowedClasses", "");
        System.setProperty("h2.serializeJavaObject", "false");
    }
}
