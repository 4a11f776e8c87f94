package xindang.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The actions of the unlock page: listing, opening and creating archives. Called in the background. */
public interface UnlockService {
    /** Returns the archives that were opened before, newest first. Contains only data that needs no password. */
    List<Known> known();

    /**
     * Opens an archive with its password.
     *
     * @throws xindang.model.common.AppException WRONG_PASSWORD, FILE_LOCKED, FILE_DAMAGED, NEWER_VERSION
     */
    Opened open(Path folder, String person, char[] password);

    /** Opens an archive with the printed recovery code and sets a new password. */
    Opened recover(Path folder, String person, String code, char[] password);

    /** Creates an archive for a region. */
    Opened create(Path folder, String region, String person, char[] password);

    /** Returns true if the folder contains an archive. */
    boolean holds(Path folder);

    /** Returns the default folder of a new archive. It contains no archive yet. */
    Path fresh();

    /** Returns the regions for a new archive whose name contains the text or whose code starts with it. */
    List<Region> regions(String typed);

    /** A folder with an archive, and the name of its region. */
    record Known(Path folder, String name) {}

    /** A region that a person can choose. */
    record Region(String code, String path) {}

    /**
     * An open archive.
     *
     * @param enter shows the archive; called on the screen thread
     * @param leave closes the archive; called in the background
     * @param recoveryCode the code of a new archive; the person must copy it first
     */
    record Opened(Runnable enter, Runnable leave, Optional<String> recoveryCode) {}
}
