package xindang.model.archive;

/** Which template, in which version, a record was made with. */
public record TemplateRef(String id, int version) {
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
