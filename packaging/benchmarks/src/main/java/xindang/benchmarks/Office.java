package xindang.benchmarks;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.intake.Intake;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;

/** The invented office of the measurements: its day, its registers and its archives. */
record Office(Scratch scratch, Clock clock, ShippedTemplates templates) {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    static Office in(Scratch scratch) {
        var clock = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
        return new Office(scratch, clock, ShippedTemplates.load());
    }

    /** Writes a register of invented households. Registers with different seeds have different households. */
    Path register(String name, long seed, int households) {
        var file = scratch.at(name);
        var rows = new PracticeRoster(seed, DAY).rows(households);
        SheetWriter.write(file, "花名册", PracticeRoster.HEADER, rows);
        return file;
    }

    /** Creates an archive in a folder of this name. */
    Workspace archive(String name, String device) {
        var setup = new Workspace.Setup(PracticeRoster.TOWN.padded(), "王海燕", device, Argon2.Cost.TRIAL);
        return Workspace.create(scratch.at(name), setup, "practice".toCharArray(), templates, clock)
                .workspace();
    }

    Ids ids() {
        return new Ids(clock, new SecureRandom());
    }

    /** Imports a register with consents on paper. */
    IntakeResult take(Workspace workspace, Path file) {
        var sheets = SheetFiles.read(file, Progress.NONE);
        var intake = new Intake(templates, Divisions.harbin(), workspace.archives(), ids(), clock, PracticeRoster.TOWN);
        return intake.run(sheets, IntakeOptions.of("household", "王海燕").withPaperConsent("2026-01"), Progress.NONE);
    }
}
