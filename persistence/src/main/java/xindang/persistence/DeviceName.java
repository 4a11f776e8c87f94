package xindang.persistence;

import java.util.Locale;
import java.util.random.RandomGenerator;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/** Makes the full name of a device. Each change made on the device contains it. */
final class DeviceName {
    private static final int FOUR_LETTERS = 0x10000;

    private DeviceName() {}

    /**
     * Returns the short name and four random characters that distinguish the device from all others. Characters that
     * form a forbidden word are drawn again, because a platform would refuse the device.
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
