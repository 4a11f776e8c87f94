package xindang.desktop.home;

import java.util.Map;

/**
 * How a place stands.
 *
 * @param code digits that mean something
 * @param grades how many of each grade of the latest ratings
 */
record Village(String code, String name, long records, long rated, Map<String, Long> grades) {
    /** 信用户: A and above. */
    long good() {
        return grades.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("A"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Rated without a grade: too little is known. */
    long ungraded() {
        return grades.getOrDefault("", 0L);
    }

    /** Never rated. */
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

    /** How far the work in a place is. */
    enum Stage {
        NOT_BEGUN,
        COLLECTING,
        RATING,
        RATED
    }
}
