package xindang.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveStore;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
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
 * An open archive. All access to its folder goes through this class. No other program can open the folder at the same
 * time.
 *
 * <p>The folder contains {@code archive.json} and its copy, {@code archive.mv.db}, {@code ledger.xdl},
 * {@code keys.xdk}, {@code lock} and, while unsaved texts exist, {@code drafts.xdd}. Their formats are in
 * {@code docs/file-format.md}.
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
     * The settings of a new archive.
     *
     * @param region 12-digit division code of the county, town or village of the archive
     * @param user name of the person who works with it
     * @param device short name of the device, such as {@code LL-03}; four random characters are added
     * @param cost cost of one guess of the password
     */
    public record Setup(String region, String user, String device, Argon2.Cost cost) {
        /**
         * Checks the settings.
         *
         * @throws AppException USAGE if a name contains what the law forbids to collect (article 14(1)), or the region
         *     is not a code
         */
        public Setup {
            if (!region.matches("\\d{12}")) {
                throw new AppException(ErrorCode.USAGE, "region " + region, region);
            }
            // Each change contains both names. The error message must not repeat them.
            var words = Gate.words(TextDoor.NAME, user).or(() -> Gate.words(TextDoor.TEXT, device));
            words.ifPresent(why -> {
                throw new AppException(ErrorCode.USAGE, "name of user or device: " + why.code(), why.code());
            });
        }

        /** Returns the settings for an archive of real people. */
        public static Setup of(String region, String user, String device) {
            return new Setup(region, user, device, Argon2.Cost.FULL);
        }
    }

    /** A new archive and its recovery key, which is printed once and not stored. */
    public record Created(Workspace workspace, String recoveryKey) {}

    /**
     * The owner of this archive.
     *
     * @param device the full name of the device, as in its changes
     * @param person id of the user, as in all changes made here
     */
    public record Info(UUID archive, String region, String user, String device, UUID person) {}

    /** Returns true if a folder contains an archive. */
    public static boolean exists(Path folder) {
        return Envelopes.exist(folder);
    }

    /**
     * Returns true if a folder contains files of an archive whose envelopes are lost. Only a backup or the platform
     * still has the data. An unfinished creation does not count: its ledger has only the first save, and it has no
     * keys.
     */
    public static boolean holdsRemains(Path folder) {
        return !exists(folder) && ArchiveFolder.holdsRemains(folder);
    }

    /**
     * Returns true if a folder is missing or empty. Hidden files and the files of an unfinished creation do not count.
     */
    public static boolean isFree(Path folder) {
        return ArchiveFolder.isFree(folder);
    }

    /**
     * Creates an archive in a missing or empty folder.
     *
     * @throws AppException USAGE if the folder contains an archive, DISK_FULL, FILE_LOCKED
     */
    public static Created create(Path folder, Setup setup, char[] password, Templates templates, Clock clock) {
        return create(folder, setup, password, templates, clock, Gate::arrivingValue);
    }

    /** Creates an archive with other rules for received changes, as programs of another version have them. */
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

    /** Opens an archive with other rules for received changes, as programs of another version have them. */
    public static Workspace open(Path folder, char[] password, Templates templates, Clock clock, Scrutiny scrutiny) {
        return open(
                Disk.REAL,
                folder,
                templates,
                clock,
                envelope -> envelope.open(password),
                (place, archive, known) -> OpenArchive.open(place.judging(scrutiny), archive, known));
    }

    /** Opens an archive whose password is lost. {@link #changePassword} then sets a new one. */
    public static Workspace openWithRecovery(Path folder, String recoveryKey, Templates templates, Clock clock) {
        var key = RecoveryKey.parse(recoveryKey);
        return open(Disk.REAL, folder, templates, clock, envelope -> envelope.open(key), OpenArchive::open);
    }

    /**
     * Opens an archive after checking each byte of it, and repairs what it can. {@link #findings} lists the results.
     *
     * @throws AppException as {@link #open}
     */
    public static Workspace repair(Path folder, char[] password, Templates templates, Clock clock) {
        return repair(folder, password, templates, clock, Progress.NONE);
    }

    /**
     * The same; somebody watches, and may cancel until something is mended: then nothing was changed.
     *
     * @throws AppException as {@link #open}; CANCELLED
     */
    public static Workspace repair(Path folder, char[] password, Templates templates, Clock clock, Progress progress) {
        return open(
                Disk.REAL,
                folder,
                templates,
                clock,
                envelope -> envelope.open(password),
                (place, archive, known) -> OpenArchive.repair(place, archive, known, progress));
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
        return Opened.open(disk, folder, new Opened.Steps(templates, clock, unlocking, opening));
    }

    public ArchiveStore archives() {
        return archive.archives();
    }

    public ExchangeStore exchange() {
        return archive.exchange();
    }

    /** Returns the unsaved texts of this archive. */
    public Drafts drafts() {
        return drafts;
    }

    public Info info() {
        var founding = archive.founding();
        return new Info(envelope.archive(), founding.region(), founding.user(), founding.device(), founding.person());
    }

    /** Returns what was damaged when the archive was opened, and how it was repaired. */
    public List<ArchiveFinding> findings() {
        return Stream.concat(findings.stream(), archive.findings().stream()).toList();
    }

    /** Returns the same archive with one more finding. */
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

    /**
     * Checks each byte of the open archive and changes nothing.
     *
     * @return the findings; empty if there is no damage
     */
    public List<ArchiveFinding> check() {
        return check(Progress.NONE);
    }

    public List<ArchiveFinding> check(Progress progress) {
        return archive.check(progress);
    }

    /**
     * Checks each byte of the open archive and repairs what it can, as {@link #repair} does.
     * Somebody watches, and may cancel until something is mended: then nothing was changed.
     *
     * @return what was mended, and what cannot be; empty when all is well
     * @throws AppException DISK_FULL, FILE_DAMAGED, CANCELLED
     */
    public List<ArchiveFinding> mend(Progress progress) {
        return disk.isForReading() ? archive.check(progress) : archive.mend(progress);
    }

    /**
     * Confirms the date of this machine's clock on behalf of a person; see
     * {@link xindang.model.law.SureDay#isConfirmedBy}. Rows whose term has expired on that day are deleted.
     */
    public void confirmDay() {
        archive.confirmDay();
    }

    public Path folder() {
        return folder;
    }

    /**
     * Checks that the person at an open archive knows its password.
     *
     * @throws AppException WRONG_PASSWORD
     */
    public void prove(char[] password) {
        envelope.open(password).close();
    }

    /** Sets another password. The recovery key stays valid. */
    public void changePassword(char[] password) {
        keep(envelope.withPassword(master, password, Argon2.Cost.FULL, random));
    }

    /** Makes and returns a new recovery key. The earlier one becomes invalid. */
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
