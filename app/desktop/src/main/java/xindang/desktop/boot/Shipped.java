package xindang.desktop.boot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xindang.model.rating.RatingForms;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;

/**
 * What every archive needs and the program brings along. Reading it takes longer than the screen may wait, so a lane of
 * its own reads it while the door is shown.
 */
record Shipped(ShippedTemplates templates, Divisions divisions, RatingForms forms) {
    /** Read by whoever asks first. */
    static Supplier<Shipped> once() {
        return new Supplier<>() {
            private @Nullable Shipped read;

            @Override
            public synchronized Shipped get() {
                var there = read;
                if (there == null) {
                    there = new Shipped(ShippedTemplates.load(), Divisions.harbin(), RatingForms.shipped());
                    read = there;
                }
                return there;
            }
        };
    }
}
