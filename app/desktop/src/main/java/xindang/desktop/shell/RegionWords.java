package xindang.desktop.shell;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a region by its full path; a region is chosen, never typed. */
final class RegionWords extends StringConverter<Gate.Region> {
    @Override
    public String toString(Gate.@Nullable Region region) {
        return region == null ? "" : region.path();
    }

    @Override
    public Gate.Region fromString(String path) {
        throw new UnsupportedOperationException("a region is chosen, not typed");
    }
}
