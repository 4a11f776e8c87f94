package xindang.model.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.common.Violation;

/** Makes one violation from all forbidden words of a text. */
final class ForbiddenSentence {
    private static final String BETWEEN = "、";

    private ForbiddenSentence() {}

    /**
     * Returns the violation for a label. Its code contains the kind, such as {@code law.forbidden.religion}; its
     * argument is the label as written.
     */
    static Optional<Violation> ofLabel(String label) {
        return ForbiddenWords.label(label).stream()
                .map(Hit::kind)
                .min(Enum::compareTo)
                .map(kind -> Violation.of("law.forbidden." + kind.word(), label.strip()));
    }

    /**
     * Returns the violation for a text: {@code law.forbidden.text.religion}, or {@code law.forbidden.text.several} for
     * several kinds.
     */
    static Optional<Violation> of(List<Hit> hits) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        var words = hits.stream().map(Hit::word).distinct().collect(Collectors.joining(BETWEEN));
        var kinds = hits.stream().map(Hit::kind).distinct().toList();
        var kind = kinds.size() == 1 ? kinds.get(0).word() : "several";
        return Optional.of(Violation.of("law.forbidden.text." + kind, words));
    }
}
