package xindang.model.archive;

/** The id and the version of the template of a record. */
public record TemplateRef(String id, int version) {
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
