package xindang.desktop.ui;

/** How the user wants the screen: light or dark, and the size of the words. */
public record Look(Tone tone, Size size) {
    public static final Look STANDARD = new Look(Tone.LIGHT, Size.STANDARD);

    /** Light or dark. */
    public enum Tone {
        LIGHT,
        DARK
    }

    /** The base sizes of the design guide; everything else is em of it. */
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

        /** From 18 on labels stand above their fields and the right pane folds. */
        public boolean roomy() {
            return pixels >= 18;
        }
    }
}
