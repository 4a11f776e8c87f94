package xindang.desktop.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import xindang.desktop.shell.UnlockService;
import xindang.model.region.Division;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;

/** Opens and creates archives on the disk for the unlock page. */
final class WorkspaceGate implements UnlockService {
    private static final int OFFERED = 30;
    private static final int DEVICE_LETTERS = 8;

    private final Preferences preferences;
    private final Supplier<Shipped> shipped;
    private final Clock clock;
    private final BiConsumer<Workspace, String> enter;

    /**
     * Creates it.
     *
     * @param enter shows the archive to a person; called on the screen thread
     */
    WorkspaceGate(
            Preferences preferences, Supplier<Shipped> shipped, Clock clock, BiConsumer<Workspace, String> enter) {
        this.preferences = preferences;
        this.shipped = shipped;
        this.clock = clock;
        this.enter = enter;
    }

    @Override
    public List<Known> known() {
        var known = new ArrayList<>(preferences.known());
        known.removeIf(k -> !Workspace.exists(k.folder()));
        var home = preferences.home();
        if (Workspace.exists(home) && known.stream().noneMatch(k -> k.folder().equals(home))) {
            known.add(new Known(home, home.getFileName().toString()));
        }
        return known;
    }

    @Override
    public Opened open(Path folder, String person, char[] password) {
        return opened(Workspace.open(folder, password, shipped.get().templates(), clock), person, Optional.empty());
    }

    @Override
    public Opened recover(Path folder, String person, String code, char[] password) {
        var workspace = Workspace.openWithRecovery(folder, code, shipped.get().templates(), clock);
        try {
            workspace.changePassword(password);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
        return opened(workspace, person, Optional.empty());
    }

    @Override
    public Opened create(Path folder, String region, String person, char[] password) {
        var setup = Workspace.Setup.of(DivisionCode.of(region).padded(), person, device());
        var created = Workspace.create(folder, setup, password, shipped.get().templates(), clock);
        return opened(created.workspace(), person, Optional.of(created.recoveryKey()));
    }

    @Override
    public boolean holds(Path folder) {
        return Workspace.exists(folder);
    }

    @Override
    public Path fresh() {
        var home = preferences.home();
        var free = home;
        for (var next = 2; Workspace.exists(free); next++) {
            free = home.resolveSibling(home.getFileName() + "-" + next);
        }
        return free;
    }

    @Override
    public List<Region> regions(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        var divisions = shipped.get().divisions();
        var found = new ArrayList<Region>();
        offer(found, divisions.root(), typed);
        for (var county : divisions.children(divisions.root().code())) {
            offer(found, county, typed);
            for (var town : divisions.children(county.code())) {
                offer(found, town, typed);
                divisions.children(town.code()).forEach(village -> offer(found, village, typed));
            }
        }
        found.sort(
                java.util.Comparator.comparing((Region region) -> region.code().length()));
        return found.subList(0, Math.min(OFFERED, found.size()));
    }

    private void offer(List<Region> found, Division division, String typed) {
        if (division.name().contains(typed) || division.code().digits().startsWith(typed)) {
            found.add(new Region(
                    division.code().digits(), shipped.get().divisions().fullPath(division.code())));
        }
    }

    private Opened opened(Workspace workspace, String person, Optional<String> recoveryCode) {
        var region = DivisionCode.of(workspace.info().region());
        preferences.opened(workspace.folder(), shipped.get().divisions().shortName(region), person);
        return new Opened(() -> enter.accept(workspace, person), workspace::close, recoveryCode);
    }

    /** Returns a short device name from the name of the computer. */
    private static String device() {
        try {
            var name = InetAddress.getLocalHost()
                    .getHostName()
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9]", "");
            return deviceOf(name);
        } catch (UnknownHostException e) {
            return "PC";
        }
    }

    /**
     * Returns the first letters of a computer name, or PC if they contain a forbidden word. A person cannot change it
     * here.
     */
    static String deviceOf(String computer) {
        var name = computer.substring(0, Math.min(DEVICE_LETTERS, computer.length()));
        return name.isEmpty()
                        || xindang.model.law.Gate.words(xindang.model.law.TextDoor.TEXT, name)
                                .isPresent()
                ? "PC"
                : name;
    }
}
