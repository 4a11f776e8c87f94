package xindang.model.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.region.Divisions;
import xindang.model.template.Template;

/**
 * Judges what arrives by exchange. Programs of different age know different words, so offices may judge differently;
 * {@link Gate#arrivingValue} is the judgement of this program.
 */
@FunctionalInterface
public interface Scrutiny {
    /**
     * Why a client may not keep a value: a code such as {@code law.forbidden}; empty when it may. A value is neither quoted nor
     * logged.
     *
     * @param template the template of the record; one without items when it is not known yet
     */
    Optional<String> objection(Template template, Change change, String path, String value);

    /** Why a platform may not take a change in; see {@link Gate#arriving}. */
    default List<Objection> objections(Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
        return Arriving.judge(template, arrival, now, divisions);
    }

    /** Which words it judges by; see {@link Gate#wordsVersion}. */
    default String version() {
        return WordFile.version();
    }
}
