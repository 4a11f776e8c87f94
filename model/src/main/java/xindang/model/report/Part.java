package xindang.model.report;

import java.util.Optional;

/** One section of a report description. Makes the section for a dossier, or none when it does not apply. */
interface Part {
    Optional<Section> section(Dossier dossier);
}
