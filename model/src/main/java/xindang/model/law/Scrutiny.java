package xindang.model.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.region.Divisions;
import xindang.model.template.Template;

/**
 * The rules by which one version of the program judges changes received by exchange. Versions have different lists of
 * forbidden words, so offices may judge differently. {@link Gate#arrivingValue} is the rule of this version.
 */
@FunctionalInterface
public interface Scrutiny {
    /**
     * Returns why a client may not keep a value: a code such as {@code law.forbidden}; empty when it may. Never quotes
     * or logs the value.
     *
     * @param template the template of the record; a template without items when it is not known yet
     */
    Optional<String> objection(Template template, Change change, String path, String value);

    /** Returns why a platform may not accept a change; see {@link Gate#arriving}. */
    default List<Objection> objections(Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
        return Arriving.judge(template, arrival, now, divisions);
    }

    /** Returns the version of its word lists; see {@link Gate#wordsVersion}. */
    default String version() {
        return WordFile.version();
    }
}
