package xindang.persistence;

import java.util.Locale;
import java.util.random.RandomGenerator;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/** The full name of a device, which stands in every change that is made on it. */
final class DeviceName {
    private static final int FOUR_LETTERS = 0x10000;

    private DeviceName() {}

    /**
     * The short name and four letters that tell the device from all others; letters that make a forbidden word are drawn again,
     * since no platform would let such a device in.
     */
    static String drawn(String device, RandomGenerator random) {
        while (true) {
            var name = device + String.format(Locale.ROOT, "-%04x", random.nextInt(FOUR_LETTERS));
            if (Gate.words(TextDoor.TEXT, name).isEmpty()) {
                return name;
            }
        }
    }
}
