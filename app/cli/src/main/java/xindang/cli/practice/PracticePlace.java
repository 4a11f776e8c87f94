package xindang.cli.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** The folder of a practice and its files. */
public record PracticePlace(Path folder) {
    /** The password of all practice archives. It protects no real data. */
    public static final String PASSWORD = "lianxi-2026";

    /** Returns a new folder with today's date in the user's data folder. */
    static Path fresh(CliSession session) {
        var root = session.dataFolder().root();
        var name = "practice-" + LocalDate.now(session.clock());
        var place = root.resolve(name);
        for (var n = 2; Files.exists(place); n++) {
            place = root.resolve(name + "-" + n);
        }
        return place;
    }

    /**
     * Creates the folder. It must be empty, because user data must not mix with practice data.
     *
     * @throws Usage if the folder is not empty
     */
    void make(CliSession session) {
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Usage(session.text().of("practice.exists", folder));
                }
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.NOT_WRITTEN, "practice folder", e, folder.toString());
        }
    }

    /** Returns the archive that was imported, rated and printed. */
    public Path archive() {
        return folder.resolve("archive");
    }

    Path secondOffice() {
        return folder.resolve("second-office");
    }

    Path platform() {
        return folder.resolve("platform");
    }

    Path roster() {
        return folder.resolve("花名册.xlsx");
    }

    Path problems() {
        return folder.resolve("没有导入的行.xlsx");
    }

    Path reports() {
        return folder.resolve("reports");
    }
}
