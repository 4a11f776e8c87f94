package xindang.persistence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.wire.ChangeJson;
import xindang.persistence.disk.VarBytes;

/** Changes that differ in one member each go through every codec; whoever adds a member finds here that one loses it. */
class CodecsTest {
    /** The place in the platform's order lies beside the bytes, and what is newer is read by no member. */
    private static final Set<String> BESIDE = Set.of("Change.position", "Newer.json");

    private final Random random = new Random(20261130);
    private final Set<String> covered = new HashSet<>();

    @Test
    void noCodecLosesAMember() {
        var members = new HashSet<String>();
        for (var type : List.of(Change.class, Author.class, FieldChange.class, TemplateRef.class)) {
            members.addAll(names(type));
        }
        for (var body : Body.class.getPermittedSubclasses()) {
            members.addAll(names(body));
        }
        members.removeAll(BESIDE);
        for (var round = 0; round < 20; round++) {
            for (var base : List.of(
                    change(1, fields(Optional.of("230184101205")), new Author(Optional.empty(), text())),
                    change(2, fields(Optional.empty()), Author.of(UUID.randomUUID(), text())),
                    change(2, new Body.Erasure(text()), Author.of(UUID.randomUUID(), text())))) {
                passes(base);
                variants(base).forEach(variant -> passes((Change) variant));
            }
        }
        members.removeAll(covered);
        assertEquals(Set.of(), members);
    }

    private static void passes(Change change) {
        var json = ChangeJson.write(change);
        assertEquals(change, ChangeJson.read(json));
        var out = new VarBytes.Out();
        Compact.write(out, change, word -> -1);
        assertEquals(change, Compact.change(out.copy(), change.record(), change.id(), new Vocabulary()));
        assertEquals(
                json, ChangeJson.write(Compact.change(out.copy(), change.record(), change.id(), new Vocabulary())));
    }

    private Change change(int format, Body body, Author by) {
        return new Change(
                format,
                UUID.randomUUID(),
                UUID.randomUUID(),
                new TemplateRef(text(), 1),
                body,
                by,
                instant(),
                text(),
                text(),
                1 + random.nextInt(1000),
                hex(),
                Optional.empty());
    }

    private Body.Fields fields(Optional<String> region) {
        return new Body.Fields(
                List.of(field(), field(), FieldChange.set("a.b", "c")), List.of(UUID.randomUUID()), region);
    }

    private FieldChange field() {
        return new FieldChange("head.r" + text() + ".x", Optional.of(text()), Optional.of(text()));
    }

    /** Copies of a record that differ from it in one value each, at any depth. */
    private List<Object> variants(Object record) {
        var found = new ArrayList<Object>();
        var components = record.getClass().getRecordComponents();
        for (var i = 0; i < components.length; i++) {
            var component = components[i];
            var name = record.getClass().getSimpleName() + "." + component.getName();
            if (BESIDE.contains(name)) {
                continue;
            }
            for (var other : others(component, value(record, component))) {
                var place = i;
                copy(record, place, other).ifPresent(made -> {
                    covered.add(name);
                    found.add(made);
                });
            }
        }
        return found;
    }

    private List<Object> others(RecordComponent component, Object value) {
        if (component.getName().equals("previous")) {
            return List.of(hex());
        }
        if (component.getName().equals("path")) {
            return List.of("land.z" + text());
        }
        if (value instanceof Record inner) {
            return variants(inner);
        }
        if (value instanceof List<?> list) {
            var lists = new ArrayList<Object>();
            lists.add(List.of());
            for (var i = 0; i < list.size(); i++) {
                var changed = new ArrayList<Object>(list);
                changed.set(
                        i, list.get(i) instanceof Record inner ? variants(inner).get(0) : UUID.randomUUID());
                lists.add(changed);
            }
            return lists;
        }
        return value instanceof Optional<?> optional
                ? optional.isPresent()
                        ? List.of(Optional.empty(), Optional.of(random(argument(component.getGenericType()))))
                        : List.of(Optional.of(random(argument(component.getGenericType()))))
                : List.of(random(component.getType()));
    }

    private static Type argument(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }

    private Object random(Type type) {
        if (type == int.class) {
            return 2 + random.nextInt(100);
        }
        if (type == long.class) {
            return 2000L + random.nextInt(100);
        }
        if (type == String.class) {
            return text();
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == Instant.class) {
            return instant();
        }
        throw new IllegalStateException("no random " + type);
    }

    private static Optional<Object> copy(Object record, int place, Object value) {
        var components = record.getClass().getRecordComponents();
        var values = Arrays.stream(components).map(each -> value(record, each)).toArray();
        values[place] = value;
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Optional.of(record.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException e) {
            // no such change
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> type.getSimpleName() + "." + component.getName())
                .toList();
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
    }

    private String text() {
        return "x" + Long.toString(random.nextLong(), 36) + "村\"";
    }

    private String hex() {
        return String.format("%016x", random.nextLong()).repeat(4);
    }
}
