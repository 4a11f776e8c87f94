package xindang.model.archive;

/** How safe a saved change is: on this machine, in a backup too, or confirmed by the platform. */
public enum Durability {
    LOCAL,
    BACKED_UP,
    SETTLED
}
