package xindang.model.archive;

/** Where a saved change is stored: on this machine, in a backup too, or on the platform too. */
public enum Durability {
    LOCAL,
    BACKED_UP,
    SETTLED
}
