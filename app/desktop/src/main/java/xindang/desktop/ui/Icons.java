package xindang.desktop.ui;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons in the four sizes of the design guide; their colour comes from the words beside them. */
public final class Icons {
    private Icons() {}

    /** 16 px: in text and buttons. */
    public static FontIcon of(Feather icon) {
        return sized(icon, "i16");
    }

    /** 16 px in a colour of its own: ok, warn, bad, obj, accent, quiet, faint. */
    public static FontIcon of(Feather icon, String colour) {
        var made = of(icon);
        made.getStyleClass().add(colour);
        return made;
    }

    /** 12 px: in chips. */
    public static FontIcon small(Feather icon) {
        return sized(icon, "i12");
    }

    /** 20 px: in the rail. */
    public static FontIcon large(Feather icon) {
        return sized(icon, "i20");
    }

    /** 24 px in a colour: in summaries. */
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
