package xindang.model.common;

/** What a new password must be. One that opens an archive already is never judged. */
public final class Passwords {
    /** The fewest characters. */
    public static final int SHORTEST = 8;

    private Passwords() {}

    public static boolean tooShort(CharSequence password) {
        return Character.codePointCount(password, 0, password.length()) < SHORTEST;
    }
}
