package xindang.persistence.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;

/**
 * Creates and migrates the tables. H2 commits at each DDL statement, so a migration of the file itself could stop half
 * way. Therefore it runs on a copy. The copy replaces the file after it is complete and synced.
 */
public final class Migrations {
    /** Version of the newest script. */
    public static final int NEWEST = 10;

    private static final String NEXT = "archive-next";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Creates a new file with all tables, fills it, and replaces the existing file by it. */
    public static void create(Disk disk, Path folder, byte[] key, Consumer<Database> filling) {
        create(disk, folder, key, filling, () -> {});
    }

    /**
     * Creates a new file with all tables, fills it, and replaces the existing file by it.
     *
     * @param before runs when the new file is complete and on the disk, before it replaces the other
     */
    public static void create(Disk disk, Path folder, byte[] key, Consumer<Database> filling, Runnable before) {
        inPlace(disk, folder, key, false, filling, before);
    }

    /**
     * Migrates the tables of the file to the newest version.
     *
     * @throws AppException REFUSED if the file contains statements that no version of the program made, FILE_DAMAGED
     */
    public static void migrate(Disk disk, Path folder, byte[] key) {
        if (!SchemaCheck.areHarmless(Database.statements(disk, folder.resolve(Database.NAME), key))) {
            throw Database.foreign();
        }
        inPlace(disk, folder, key, true, database -> {}, () -> {});
    }

    private static void inPlace(
            Disk disk, Path folder, byte[] key, boolean copied, Consumer<Database> filling, Runnable before) {
        var next = folder.resolve(NEXT);
        var file = Database.file(folder.resolve(Database.NAME));
        var done = false;
        try {
            Files.deleteIfExists(Database.file(next));
            if (copied) {
                Files.copy(file, Database.file(next), StandardCopyOption.COPY_ATTRIBUTES);
            }
            try (var database = Database.create(disk, next, key)) {
                OwnerOnly.file(Database.file(next));
                scripts(database);
                filling.accept(database);
            }
            try (var channel = FileChannel.open(Database.file(next), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            before.run();
            AtomicFile.replace(Database.file(next), file);
            done = true;
        } catch (IOException e) {
            throw Failures.of("put the new database in place", e);
        } finally {
            if (!done) {
                deleteUnfinished(Database.file(next));
            }
        }
    }

    /** What was made by halves would only take room. */
    private static void deleteUnfinished(Path next) {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            LOG.warn("an unfinished database stays", e);
        }
    }

    private static void scripts(Database database) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.source())
                    .locations("classpath:xindang/persistence/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Failures.of("migrate the database", e);
        }
    }
}
