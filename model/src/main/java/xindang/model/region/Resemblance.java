package xindang.model.region;

import java.util.Optional;

/** Measures how similar two short Chinese names are. Used for suggestions only, never for decisions. */
final class Resemblance {
    private Resemblance() {}

    /** Returns a distance: smaller is more similar. Empty when the names have too little in common for a suggestion. */
    static Optional<Integer> distance(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        // Such names cannot share enough characters, and a cell may contain a whole page.
        if (longer - shorter > 1 && shorter * 2 < longer) {
            return Optional.empty();
        }
        int edits = edits(one, other);
        int shared = shared(one, other);
        boolean alike = shared > 0 && (edits <= 1 || shared * 2 >= longer);
        return alike ? Optional.of(edits * 2 - shared) : Optional.empty();
    }

    private static int shared(String one, String other) {
        String left = other;
        int shared = 0;
        for (int i = 0; i < one.length(); i++) {
            int at = left.indexOf(one.charAt(i));
            if (at >= 0) {
                shared++;
                left = left.substring(0, at) + left.substring(at + 1);
            }
        }
        return shared;
    }

    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
