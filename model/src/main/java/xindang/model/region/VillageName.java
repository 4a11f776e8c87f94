package xindang.model.region;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a village's name, and whether it is a village or a community.
 *
 * @param stem the name without 村, 社区 and the committee
 * @param usual the name without the committee; 浓河居委会 keeps it, because there is also a 浓河村
 */
record VillageName(Kind kind, String stem, String usual) {
    private static final List<String> COMMUNITY_COMMITTEES = List.of("居民委员会", "居民委会", "居委会", "社区委员会", "居委");
    private static final List<String> VILLAGE_COMMITTEES = List.of("村民委员会", "村民委会", "村民委", "村委员会", "村委会", "村委");

    enum Kind {
        VILLAGE,
        COMMUNITY,
        /** The name does not contain the kind, or the unit is neither, such as a section of a farm or a park. */
        UNSAID
    }

    static VillageName of(String name) {
        Optional<String> community = withoutEnding(name, COMMUNITY_COMMITTEES);
        if (community.isPresent() || name.endsWith("社区")) {
            String stem = withoutAll(community.orElse(name), "社区");
            return new VillageName(Kind.COMMUNITY, stem, name.contains("社区") ? stem + "社区" : name);
        }
        Optional<String> village = withoutEnding(name, VILLAGE_COMMITTEES);
        if (village.isPresent() || name.endsWith("村")) {
            String stem = withoutAll(village.orElse(name), "村");
            return new VillageName(Kind.VILLAGE, stem, stem + "村");
        }
        return new VillageName(Kind.UNSAID, name, name);
    }

    private static Optional<String> withoutEnding(String name, List<String> endings) {
        return endings.stream()
                .filter(ending -> name.endsWith(ending) && name.length() > ending.length())
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()));
    }

    private static String withoutAll(String name, String ending) {
        String left = name;
        while (left.endsWith(ending) && left.length() > ending.length()) {
            left = left.substring(0, left.length() - ending.length());
        }
        return left;
    }

    /** Returns whether this written name may refer to a unit with the other name. */
    boolean mayMean(VillageName other) {
        return stem.equals(other.stem) && (kind == Kind.UNSAID || kind == other.kind);
    }
}
