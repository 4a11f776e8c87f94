package xindang.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The regions whose offices see a change. The first is the region of the record after the change. The second is its
 * region before, if the record moved; or the region of the office that made the change, if the record had already left
 * it.
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
