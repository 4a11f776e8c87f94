package xindang.model.template;

import java.util.List;
import java.util.Optional;

/** A section of a template: one page of the form and one part of the report. */
public record Block(String id, String title, LegalClass legal, List<Field> fields) {
    public Block {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.id().equals(name)).findFirst();
    }
}
