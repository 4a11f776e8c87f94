package xindang.desktop.ui;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Creates Feather icons in the four sizes of the design guide. They have the colour of the text beside them. */
public final class Icons {
    private Icons() {}

    /** Returns a 16 px icon for text and buttons. */
    public static FontIcon of(Feather icon) {
        return sized(icon, "i16");
    }

    /** Returns a 16 px icon with its own colour: ok, warn, bad, obj, accent, quiet or faint. */
    public static FontIcon of(Feather icon, String colour) {
        var made = of(icon);
        made.getStyleClass().add(colour);
        return made;
    }

    /** Returns a 12 px icon for chips. */
    public static FontIcon small(Feather icon) {
        return sized(icon, "i12");
    }

    /** Returns a 20 px icon for the rail. */
    public static FontIcon large(Feather icon) {
        return sized(icon, "i20");
    }

    /** Returns a 24 px icon with a colour, for summaries. */
    public static FontIcon huge(Feather icon, String colour) {
        var made = sized(icon, "i24");
        made.getStyleClass().add(colour);
        return made;
    }

    private static FontIcon sized(Feather icon, String size) {
        var made = new FontIcon(icon);
        made.getStyleClass().add(size);
        return made;
    }
}
