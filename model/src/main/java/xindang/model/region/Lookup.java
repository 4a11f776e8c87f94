package xindang.model.region;

import java.util.List;

/** The result of a search for a village by name. A similar name is only a suggestion, never a result. */
public sealed interface Lookup {
    /** Exactly one village has the name. */
    record Found(Division division) implements Lookup {}

    /** Several villages have the name; a person must choose. */
    record Ambiguous(List<Division> candidates) implements Lookup {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No village has the name. */
    record Unknown(List<Division> suggestions) implements Lookup {
        public Unknown {
            suggestions = List.copyOf(suggestions);
        }
    }
}
