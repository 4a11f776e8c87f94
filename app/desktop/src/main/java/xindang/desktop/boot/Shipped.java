package xindang.desktop.boot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xindang.model.rating.RatingForms;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;

/**
 * The data that is part of the program: templates, divisions and rating forms. Reading it is slow, so it is read in the
 * background while the unlock page is shown.
 */
record Shipped(ShippedTemplates templates, Divisions divisions, RatingForms forms) {
    /** Returns a supplier that reads the data at the first call. */
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
