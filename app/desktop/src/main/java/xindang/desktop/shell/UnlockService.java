package xindang.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the locked door needs of the world: archives to open, ways to open them. Called away from the screen thread. */
public interface UnlockService {
    /** Archives that were opened before, the newest first; only what may be shown without a password. */
    List<Known> known();

    /**
     * Opens an archive and goes in.
     *
     * @throws xindang.model.common.AppException WRONG_PASSWORD, FILE_LOCKED, FILE_DAMAGED, NEWER_VERSION
     */
    Opened open(Path folder, String person, char[] password);

    /** Opens with the printed recovery code, and puts another password in the place of the lost one. */
    Opened recover(Path folder, String person, String code, char[] password);

    /** Makes a new archive for a region. */
    Opened create(Path folder, String region, String person, char[] password);

    /** Whether a folder holds an archive. */
    boolean holds(Path folder);

    /** Where a new archive goes unless another place is named; no archive is there yet. */
    Path fresh();

    /** Regions whose name or code begins so, for a new archive. */
    List<Region> regions(String typed);

    /** A folder with an archive, and its own name: the name of its region. */
    record Known(Path folder, String name) {}

    /** A region as it is offered. */
    record Region(String code, String path) {}

    /**
     * An archive that is open.
     *
     * @param enter goes in, on the screen thread
     * @param leave closes it again, away from the screen thread
     * @param recoveryCode of a new archive, to be copied down first
     */
    record Opened(Runnable enter, Runnable leave, Optional<String> recoveryCode) {}
}
