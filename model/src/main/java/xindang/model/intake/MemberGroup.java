package xindang.model.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.archive.Paths;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * The group of a template that contains the members of a household: the group with the item {@code under14}.
 *
 * @param group its path
 * @param field its field
 * @param head block of the items of the head
 * @param words ids of its items, by the word of a heading
 */
record MemberGroup(String group, Field field, String head, Map<String, String> words) {
    static final String NAME = "name";
    static final String NUMBER = "number";
    static final String RELATION = "relation";
    static final String BIRTH = "birth";
    static final String UNDER_14 = "under14";

    private static final Pattern OWNER = Pattern.compile("^(家庭)?(成员|人员)(的)?");

    MemberGroup {
        words = Map.copyOf(words);
    }

    /** Returns the group of a template; empty when its subjects are no households. */
    static Optional<MemberGroup> of(Template template) {
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                if (field.field(UNDER_14).isPresent()) {
                    var head = Paths.block(template.subjectPaths().name());
                    var group = Paths.of(block.id(), field.id());
                    return Optional.of(new MemberGroup(group, field, head, words(template, field, head)));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> words(Template template, Field group, String head) {
        var words = new HashMap<String, String>();
        for (var item : group.fields()) {
            words.putIfAbsent(Heading.word(item.label()), item.id());
            item.aliases().forEach(alias -> words.putIfAbsent(Heading.word(alias), item.id()));
        }
        for (var item : group.fields()) {
            // 姓名 alone names a member, but 农户姓名 names a head
            template.field(Paths.of(head, item.id()))
                    .filter(same -> !item.id().equals(NAME))
                    .ifPresent(same -> same.aliases().stream()
                            .map(Heading::word)
                            .filter(word -> !PersonColumns.isOfHead(word))
                            .forEach(word -> words.putIfAbsent(word, item.id())));
        }
        return words;
    }

    /** Returns the id of the item that a heading names. */
    Optional<String> named(String heading) {
        var word = Heading.of(heading).word();
        return Optional.ofNullable(words.get(word))
                .or(() -> Optional.ofNullable(words.get(OWNER.matcher(word).replaceFirst(""))));
    }

    /** Returns the id of the item of a path with {@code *}; empty for a path outside the group. */
    Optional<String> id(String path) {
        var prefix = group + ".*.";
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    /** Returns the path of an item with {@code *} for the row. */
    String path(String id) {
        return Paths.of(group, "*", id);
    }
}
