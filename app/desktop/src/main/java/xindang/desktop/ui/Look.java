package xindang.desktop.ui;

/** The look of the screen: light or dark, and the text size. */
public record Look(Tone tone, Size size) {
    public static final Look STANDARD = new Look(Tone.LIGHT, Size.STANDARD);

    /** Light or dark. */
    public enum Tone {
        LIGHT,
        DARK
    }

    /** The base text sizes of the design guide. All other sizes are in em. */
    public enum Size {
        STANDARD(14),
        LARGE(16),
        EXTRA(18),
        LARGEST(22);

        private final int pixels;

        Size(int pixels) {
            this.pixels = pixels;
        }

        public int pixels() {
            return pixels;
        }

        /** Returns true from 18 px. Labels are then above their fields and the right pane is folded. */
        public boolean roomy() {
            return pixels >= 18;
        }
    }
}
