package xindang.model.region;

import java.util.List;

/** What was found for the name of a village. Nothing is ever taken for a village because it looks like one. */
public sealed interface Lookup {
    /** Exactly one village is called so. */
    record Found(Division division) implements Lookup {}

    /** Several are called so; a person has to choose. */
    record Ambiguous(List<Division> candidates) implements Lookup {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** None is called so. */
    record Unknown(List<Division> suggestions) implements Lookup {
        public Unknown {
            suggestions = List.copyOf(suggestions);
        }
    }
}
