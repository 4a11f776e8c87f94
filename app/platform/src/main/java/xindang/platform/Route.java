package xindang.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which offices see a change: those of the record's region after it; and of the one before when it moved, or of the office
 * that made it when the record had left its region.
 */
record Route(String region, @Nullable String left) {
    static Route of(Optional<String> before, String after, String office) {
        return new Route(
                after, before.filter(region -> !region.equals(after)).orElse(after.startsWith(office) ? null : office));
    }

    static Route in(String region) {
        return new Route(region, null);
    }

    String county() {
        return region.length() < 6 ? "" : region.substring(0, 6);
    }
}
