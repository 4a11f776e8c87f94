package xindang.model.common;

/** The rule for a new password. The program does not apply it to a password that already opens an archive. */
public final class Passwords {
    /** The least number of characters. */
    public static final int SHORTEST = 8;

    private Passwords() {}

    public static boolean tooShort(CharSequence password) {
        return Character.codePointCount(password, 0, password.length()) < SHORTEST;
    }
}
