package xindang.desktop.sync;

import java.util.List;
import java.util.UUID;

/** A record with conflicts. */
record Contested(UUID record, String name, String place, String number, List<Clash> clashes) {
    Contested {
        clashes = List.copyOf(clashes);
    }
}
