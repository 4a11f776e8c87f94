package xindang.model.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.region.Divisions;
import xindang.model.template.Template;

/**
 * Judges changes received by exchange. Older and newer programs know different words, so offices may judge differently.
 * {@link Gate#arrivingValue} is the judgement of this program.
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

    /** Returns the version of its words; see {@link Gate#wordsVersion}. */
    default String version() {
        return WordFile.version();
    }
}
