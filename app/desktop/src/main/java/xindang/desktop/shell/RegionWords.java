package xindang.desktop.shell;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a region by its full path. A region can only be chosen, not typed. */
final class RegionWords extends StringConverter<UnlockService.Region> {
    @Override
    public String toString(UnlockService.@Nullable Region region) {
        return region == null ? "" : region.path();
    }

    @Override
    public UnlockService.Region fromString(String path) {
        throw new UnsupportedOperationException("a region is chosen, not typed");
    }
}
