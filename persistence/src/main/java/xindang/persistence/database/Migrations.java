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
import xindang.model.common.AppException;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;

/**
 * Makes and changes the tables. H2 commits with every DDL statement, so a migration in place could stop half way: it runs
 * on a copy that takes the place of the file when it is whole and synced.
 */
public final class Migrations {
    /** Version of the newest script. */
    public static final int NEWEST = 10;

    private static final String NEXT = "archive-next";

    private Migrations() {}

    /** Makes a new file with all tables, lets it be filled, and puts it in place of what was there. */
    public static void create(Disk disk, Path folder, byte[] key, Consumer<Database> filling) {
        create(disk, folder, key, filling, () -> {});
    }

    /** The same; something is done when the new file is whole and on the disk, and before it is in place. */
    public static void create(Disk disk, Path folder, byte[] key, Consumer<Database> filling, Runnable before) {
        inPlace(disk, folder, key, false, filling, before);
    }

    /**
     * Brings the tables of the file up to the newest version.
     *
     * @throws AppException REFUSED when the file has what no version made, FILE_DAMAGED
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
        } catch (IOException e) {
            throw Failures.of("put the new database in place", e);
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
