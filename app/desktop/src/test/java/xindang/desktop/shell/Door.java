package xindang.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * A fake of the unlock actions. Its password is {@code right}.
 *
 * @param entered the persons who entered
 */
record Door(List<UnlockService.Known> known, List<String> entered) implements UnlockService {
    static final String CODE = "TSSB7-02BS9-V6Q04-RSR6W-SMHV1-KMDEB-BHVDY-K3ANW";

    @Override
    public Opened open(Path folder, String person, char[] password) {
        if (!new String(password).equals("right")) {
            throw new AppException(ErrorCode.WRONG_PASSWORD, "wrong password");
        }
        return new Opened(() -> entered.add(person), () -> entered.add(person + " left"), Optional.empty());
    }

    @Override
    public Opened recover(Path folder, String person, String code, char[] password) {
        if (!code.equals(CODE)) {
            throw new AppException(ErrorCode.WRONG_PASSWORD, "group 8", "8");
        }
        return new Opened(() -> entered.add(person + " with " + new String(password)), () -> {}, Optional.empty());
    }

    @Override
    public Opened create(Path folder, String region, String person, char[] password) {
        return new Opened(() -> entered.add(person + " in " + folder), () -> {}, Optional.of(CODE));
    }

    @Override
    public boolean holds(Path folder) {
        return known.stream().anyMatch(k -> k.folder().equals(folder));
    }

    @Override
    public Path fresh() {
        return Path.of("home");
    }

    @Override
    public List<Region> regions(String typed) {
        return List.of(new Region("230184101", "五常市拉林满族镇"));
    }
}
