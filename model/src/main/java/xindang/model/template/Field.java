package xindang.model.template;

import java.util.List;
import java.util.Optional;

/**
 * One item of a template, or a repeating group of items.
 *
 * @param id unique in its block or group: lower camel case
 * @param label label in Chinese
 * @param table id of the code table of a {@code CODE} or {@code CODES} field
 * @param unit unit shown in the field: 亩, 元, 人
 * @param required must be filled for the archive to be complete
 * @param condition shown only while another field (a path, or in a group a field id) has one of these values
 * @param aliases headings of this item in rosters
 * @param retentionYears years after the end date of the row when it must be deleted (不良信息: 5); 0 keeps it
 * @param derived path of its source field (sex from the number); read-only on screen
 * @param cautious the end of a range that a rating uses
 * @param later what a list in a later roster does with the rows of a group
 * @param hint a short help text in Chinese, may be empty
 * @param fields the items of a group; empty for all other types
 */
public record Field(
        String id,
        String label,
        FieldType type,
        Optional<String> table,
        String unit,
        boolean required,
        Optional<Condition.In> condition,
        List<String> aliases,
        Masking masking,
        LegalClass legal,
        MergePolicy merge,
        int retentionYears,
        Optional<String> derived,
        Cautious cautious,
        Later later,
        String hint,
        List<Field> fields) {
    /** The end of a range or an approximate number that a rating uses, so that no doubt raises a grade. */
    public enum Cautious {
        /** For income and assets. */
        LOW,
        /** For debts, arrears, expenses and land that is let out. */
        HIGH
    }

    /** What a list in a roster does with the rows that a group already has. */
    public enum Later {
        /** The rows of the roster are added to the others. 无 changes nothing and is reported. */
        ADD,
        /** The rows that the roster does not name are deleted. 无 deletes all. */
        REPLACE
    }

    public Field {
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
    }

    public boolean isGroup() {
        return type == FieldType.GROUP;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.id().equals(name)).findFirst();
    }
}
