package xindang.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The ICC profile of sRGB (0.5 KB), the colour space of all colours. PDF/A requires it. */
final class ScreenColours {
    private static final byte[] PROFILE = read();

    private ScreenColours() {}

    /** Returns the shared profile. The caller must not change it. */
    static byte[] profile() {
        return PROFILE;
    }

    private static byte[] read() {
        try (var stream = ScreenColours.class.getResourceAsStream("sRGB.icc")) {
            if (stream == null) {
                throw new IllegalStateException("colour profile missing in the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the colour profile", e);
        }
    }
}
