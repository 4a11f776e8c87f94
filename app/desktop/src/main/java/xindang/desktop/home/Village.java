package xindang.desktop.home;

import java.util.Map;

/**
 * The numbers of one place.
 *
 * @param code significant digits of the division code
 * @param grades number of latest ratings by grade
 */
record Village(String code, String name, long records, long rated, Map<String, Long> grades) {
    /** Returns the number of 信用户: grade A and above. */
    long good() {
        return grades.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("A"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns the number of ratings without a grade, because too little is known. */
    long ungraded() {
        return grades.getOrDefault("", 0L);
    }

    /** Returns the number of records without a rating. */
    long unrated() {
        return records - rated;
    }

    Stage stage() {
        if (records == 0) {
            return Stage.NOT_BEGUN;
        }
        if (rated == 0) {
            return Stage.COLLECTING;
        }
        return rated < records ? Stage.RATING : Stage.RATED;
    }

    /** The progress of the work in a place. */
    enum Stage {
        NOT_BEGUN,
        COLLECTING,
        RATING,
        RATED
    }
}
