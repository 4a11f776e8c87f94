package xindang.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveStore;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.exchange.ExchangeStore;
import xindang.model.keeping.Drafts;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.law.TextDoor;
import xindang.model.template.Templates;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.OwnerOnly;
import xindang.persistence.keys.Argon2;
import xindang.persistence.keys.Envelope;
import xindang.persistence.keys.MasterKey;
import xindang.persistence.keys.RecoveryKey;
import xindang.persistence.opening.OpenArchive;
import xindang.persistence.store.Founding;

/**
 * An archive that is open: the one door to its folder. While it is open no other program opens the same folder. The folder
 * holds {@code archive.json} and its copy, {@code archive.mv.db}, {@code ledger.xdl}, {@code keys.xdk}, {@code lock} and,
 * while something typed is not saved, {@code drafts.xdd}; what each byte of them means stands in {@code docs/file-format.md}.
 */
public final class Workspace implements AutoCloseable {

    private final Disk disk;
    private final Path folder;
    private final Closing lock;
    private final MasterKey master;
    private final SecureRandom random;
    private final OpenArchive archive;
    private final Drafts drafts;
    private final List<ArchiveFinding> findings;
    private Envelope envelope;

    Workspace(
            Disk disk,
            Path folder,
            Closing lock,
            MasterKey master,
            Envelope envelope,
            SecureRandom random,
            OpenArchive archive,
            Drafts drafts,
            List<ArchiveFinding> findings) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.master = master;
        this.envelope = envelope;
        this.random = random;
        this.archive = archive;
        this.drafts = drafts;
        this.findings = findings;
    }

    /**
     * For whom an archive is made.
     *
     * @param region 12-digit division code of the county, town or village whose archive it is
     * @param user name of the person who works with it
     * @param device short name of the device, such as {@code LL-03}; four letters that tell it from all others are added
     * @param cost what a guess of the password costs
     */
    public record Setup(String region, String user, String device, Argon2.Cost cost) {
        /** @throws AppException USAGE when the names say what the law forbids to collect (article 14(1)), or the region is none */
        public Setup {
            if (!region.matches("\\d{12}")) {
                throw new AppException(ErrorCode.USAGE, "region " + region, region);
            }
            // Both stand in every change that is made here, and are never quoted.
            var words = Gate.words(TextDoor.NAME, user).or(() -> Gate.words(TextDoor.TEXT, device));
            words.ifPresent(why -> {
                throw new AppException(ErrorCode.USAGE, "name of user or device: " + why.code(), why.code());
            });
        }

        /** As archives of real people are made. */
        public static Setup of(String region, String user, String device) {
            return new Setup(region, user, device, Argon2.Cost.FULL);
        }
    }

    /** A new archive and the recovery key that is printed once and kept nowhere. */
    public record Created(Workspace workspace, String recoveryKey) {}

    /**
     * Who this archive was made for.
     *
     * @param device the full name that its changes bear
     * @param person id of the user, which stands in all changes made here
     */
    public record Info(UUID archive, String region, String user, String device, UUID person) {}

    /** Whether a folder holds an archive. */
    public static boolean exists(Path folder) {
        return Envelopes.exist(folder);
    }

    /**
     * Whether a folder holds files of an archive whose key files are lost, so that only a backup or the platform has what was in
     * it. What a creation left that did not come to its end is less: a ledger with its first save, and no keys.
     */
    public static boolean holdsRemains(Path folder) {
        return !exists(folder) && ArchiveFolder.holdsRemains(folder);
    }

    /** Whether a folder is new or empty, but for what a creation left that did not come to its end, and hidden files. */
    public static boolean isFree(Path folder) {
        return ArchiveFolder.isFree(folder);
    }

    /**
     * Makes an archive in a folder that is new or empty.
     *
     * @throws AppException USAGE when there is one already, DISK_FULL, FILE_LOCKED
     */
    public static Created create(Path folder, Setup setup, char[] password, Templates templates, Clock clock) {
        return create(folder, setup, password, templates, clock, Gate::arrivingValue);
    }

    /** Makes an archive that judges what arrives by exchange in a way of its own, as programs of another age do. */
    public static Created create(
            Path folder, Setup setup, char[] password, Templates templates, Clock clock, Scrutiny scrutiny) {
        return create(Disk.REAL, folder, setup, password, templates, clock, scrutiny);
    }

    static Created create(Disk disk, Path folder, Setup setup, char[] password, Templates templates, Clock clock) {
        return create(disk, folder, setup, password, templates, clock, Gate::arrivingValue);
    }

    private static Created create(
            Disk disk, Path folder, Setup setup, char[] password, Templates templates, Clock clock, Scrutiny scrutiny) {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw Failures.of("make the folder", e);
        }
        var lock = FolderLock.take(folder);
        try {
            if (exists(folder)) {
                throw new AppException(ErrorCode.USAGE, folder + " holds an archive already", folder.toString());
            }
            if (holdsRemains(folder)) {
                throw new AppException(
                        ErrorCode.FILE_DAMAGED, folder + " holds an archive without keys", Envelopes.FIRST);
            }
            ArchiveFolder.clear(folder, clock);
            var random = new SecureRandom();
            var ids = new Ids(clock, random);
            var id = ids.next();
            var master = MasterKey.random(random);
            var recovery = RecoveryKey.random(random);
            var envelope = Envelope.seal(id, Migrations.NEWEST, master, password, recovery, setup.cost(), random);
            var founding =
                    new Founding(setup.region(), setup.user(), DeviceName.drawn(setup.device(), random), ids.next());
            var archive = OpenArchive.create(
                    Opened.place(disk, folder, master, random, clock, scrutiny),
                    id,
                    founding,
                    clock.instant(),
                    templates);
            Envelopes.write(disk, folder, envelope);
            var file = Opened.draftFile(disk, folder, envelope, master, random, clock);
            var drafts = new Drafts(file, archive.archives(), templates, clock);
            return new Created(
                    new Workspace(disk, folder, lock, master, envelope, random, archive, drafts, List.of()),
                    recovery.printed());
        } catch (IOException e) {
            lock.close();
            throw Failures.of("create " + folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens an archive.
     *
     * @throws AppException NOT_FOUND, FILE_LOCKED with the folder, WRONG_PASSWORD, FILE_DAMAGED with the file,
     *     NEWER_VERSION
     */
    public static Workspace open(Path folder, char[] password, Templates templates, Clock clock) {
        return open(Disk.REAL, folder, templates, clock, envelope -> envelope.open(password), OpenArchive::open);
    }

    /** Opens an archive that judges what arrives by exchange in a way of its own, as programs of another age do. */
    public static Workspace open(Path folder, char[] password, Templates templates, Clock clock, Scrutiny scrutiny) {
        return open(
                Disk.REAL,
                folder,
                templates,
                clock,
                envelope -> envelope.open(password),
                (place, archive, known) -> OpenArchive.open(place.judging(scrutiny), archive, known));
    }

    /** Opens an archive whose password is lost; {@link #changePassword} then gives it another. */
    public static Workspace openWithRecovery(Path folder, String recoveryKey, Templates templates, Clock clock) {
        var key = RecoveryKey.parse(recoveryKey);
        return open(Disk.REAL, folder, templates, clock, envelope -> envelope.open(key), OpenArchive::open);
    }

    /**
     * Opens an archive after looking at every byte of it, and mends what can be mended: {@link #findings} says what.
     *
     * @throws AppException as {@link #open}
     */
    public static Workspace repair(Path folder, char[] password, Templates templates, Clock clock) {
        return open(Disk.REAL, folder, templates, clock, envelope -> envelope.open(password), OpenArchive::repair);
    }

    static Workspace open(
            Disk disk,
            Path folder,
            Templates templates,
            Clock clock,
            Opened.Unlocking unlocking,
            Opened.Opening opening) {
        if (holdsRemains(folder)) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no key file in " + folder, Envelopes.FIRST);
        }
        if (!exists(folder)) {
            throw new AppException(ErrorCode.NOT_FOUND, "no archive in " + folder, folder.toString());
        }
        var steps = new Opened.Steps(templates, clock, unlocking, opening);
        try {
            return Opened.from(disk, folder, folder, FolderLock.take(folder), steps);
        } catch (AppException e) {
            return switch (e.code()) {
                case NOT_WRITTEN -> ReadOnlyArchive.open(folder, steps, "folder.reading");
                case DISK_FULL -> ReadOnlyArchive.open(folder, steps, "folder.full");
                default -> throw e;
            };
        }
    }

    public ArchiveStore archives() {
        return archive.archives();
    }

    public ExchangeStore exchange() {
        return archive.exchange();
    }

    /** What was typed in this archive and is not saved. */
    public Drafts drafts() {
        return drafts;
    }

    public Info info() {
        var founding = archive.founding();
        return new Info(envelope.archive(), founding.region(), founding.user(), founding.device(), founding.person());
    }

    /** What was damaged when the archive was opened, and how it was mended. */
    public List<ArchiveFinding> findings() {
        return Stream.concat(findings.stream(), archive.findings().stream()).toList();
    }

    /** The same archive; something more was found before it was opened. */
    Workspace with(ArchiveFinding finding) {
        return new Workspace(
                disk,
                folder,
                lock,
                master,
                envelope,
                random,
                archive,
                drafts,
                Stream.concat(Stream.of(finding), findings.stream()).toList());
    }

    /** Looks at every byte of the open archive and changes nothing; empty when all is well. */
    public List<ArchiveFinding> check() {
        return archive.check();
    }

    /**
     * Looks at every byte of the open archive and mends what can be mended, as {@link #repair} does.
     *
     * @return what was mended, and what cannot be; empty when all is well
     * @throws AppException NOT_WRITTEN where nothing can be written, DISK_FULL, FILE_DAMAGED
     */
    public List<ArchiveFinding> mend() {
        return disk.isForReading() ? archive.check() : archive.mend(envelope.archive());
    }

    /**
     * A person confirmed the day that the clock of this machine says, by {@link xindang.model.law.SureDay#isConfirmedBy}: rows
     * whose term is over on it are deleted.
     */
    public void confirmDay() {
        archive.confirmDay();
    }

    /** Names of the files that repairs put aside in the folder: they hold what the archive was before. */
    public List<String> replaced() {
        var names = folder.toFile().list((parent, name) -> name.startsWith("aside-"));
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    public Path folder() {
        return folder;
    }

    /**
     * Checks that somebody who finds the archive open knows its password.
     *
     * @throws AppException WRONG_PASSWORD
     */
    public void prove(char[] password) {
        envelope.open(password).close();
    }

    /** Puts another password before the archive; the recovery key stays. */
    public void changePassword(char[] password) {
        keep(envelope.withPassword(master, password, Argon2.Cost.FULL, random));
    }

    /** Makes another recovery key; the one printed before opens nothing any more. */
    public String renewRecoveryKey() {
        var recovery = RecoveryKey.random(random);
        keep(envelope.withRecovery(master, recovery, random));
        return recovery.printed();
    }

    @Override
    public void close() {
        try (lock;
                master;
                archive) {
            disk.databaseName(folder);
        }
    }

    private void keep(Envelope changed) {
        if (disk.isForReading()) {
            throw new AppException(ErrorCode.NOT_WRITTEN, "opened for reading", folder.toString());
        }
        try {
            Envelopes.write(disk, folder, changed);
            envelope = changed;
        } catch (IOException e) {
            throw Failures.of("write " + Envelopes.FIRST, e);
        }
    }
}
