package xindang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/**
 * Reads the checks of a template. Refuses impossible checks, because a check with an unknown path would check nothing.
 */
final class CheckJson {
    private static final Set<String> MEMBERS = Set.of("id", "kind", "paths", "severity", "limit", "values", "cases");

    private CheckJson() {}

    static List<Check> read(List<JsonValue> checks) {
        var read = new ArrayList<Check>();
        var ids = new HashSet<String>();
        for (var json : checks) {
            var check = check(json);
            if (!ids.add(check.id())) {
                throw unreadable(check.id(), "twice");
            }
            read.add(check);
        }
        return read;
    }

    private static Check check(JsonValue json) {
        var id = json.text("id");
        for (var member : json.members().keySet()) {
            if (!MEMBERS.contains(member)) {
                throw unreadable(id, "unknown member " + member);
            }
        }
        var severity = json.text("severity");
        if (!Set.of("warn", "stop").contains(severity)) {
            throw unreadable(id, "severity " + severity);
        }
        var cases = new ArrayList<List<Set<String>>>();
        for (var one : json.list("cases")) {
            var codes = new ArrayList<Set<String>>();
            for (var list : one.list()) {
                var set = new HashSet<String>();
                list.list().forEach(code -> set.add(code.text()));
                codes.add(Set.copyOf(set));
            }
            cases.add(List.copyOf(codes));
        }
        var paths = json.texts("paths");
        return new Check(
                id,
                kind(id, json.text("kind")),
                paths,
                Check.group(paths),
                severity.equals("stop"),
                new BigDecimal(json.text("limit", "0")),
                new HashSet<>(json.texts("values")),
                cases);
    }

    private static CheckKind kind(String id, String word) {
        return Arrays.stream(CheckKind.values())
                .filter(kind -> kind.word().equals(word) && !kind.isImplied())
                .findFirst()
                .orElseThrow(() -> unreadable(id, "kind " + word));
    }

    /**
     * Checks the checks against their template.
     *
     * @throws AppException UNREADABLE when a check has an unknown path or code, or another number of them than its kind
     */
    static void verify(Template template, List<Check> checks) {
        for (var check : checks) {
            if (check.paths().size() < check.kind().paths()) {
                throw unreadable(check.id(), "too few paths");
            }
            for (var path : check.paths()) {
                var field = template.field(path);
                var fits = field.filter(known -> known.isGroup() == isGroup(check, path));
                if (fits.isEmpty()) {
                    throw unreadable(check.id(), "unknown path " + path);
                }
                if (path.contains(".*.") && !path.startsWith(check.group() + ".*.")) {
                    throw unreadable(check.id(), "another group " + path);
                }
            }
            check.values().forEach(code -> code(template, check, check.paths().get(valued(check)), code));
            cases(template, check);
        }
    }

    private static boolean isGroup(Check check, String path) {
        return check.kind().isImplied()
                || (check.kind() == CheckKind.ROWS && path.equals(check.paths().get(1)));
    }

    /** Returns the index of the path to which the values belong. */
    private static int valued(Check check) {
        return switch (check.kind()) {
            case AGE -> 1;
            case PAST_DUE -> check.paths().size() - 1;
            default -> 0;
        };
    }

    private static void cases(Template template, Check check) {
        var gap = check.kind() == CheckKind.GAP;
        if (check.cases().isEmpty() != !(gap || check.kind() == CheckKind.CLASH)) {
            throw unreadable(check.id(), "cases");
        }
        for (var one : check.cases()) {
            if (one.size() != (gap ? 2 : check.paths().size())) {
                throw unreadable(check.id(), "a case of " + one.size());
            }
            for (var i = 0; i < one.size(); i++) {
                var path = check.paths().get(gap ? 0 : i);
                one.get(i).forEach(code -> code(template, check, path, code));
            }
        }
    }

    private static void code(Template template, Check check, String path, String code) {
        var field = template.field(path).orElseThrow();
        var known = field.type() == FieldType.YES_NO
                ? Set.of("true", "false").contains(code)
                : field.table()
                        .flatMap(template::table)
                        .flatMap(table -> table.label(code))
                        .isPresent();
        if (!known) {
            throw unreadable(check.id(), "code " + code + " of " + path);
        }
    }

    private static AppException unreadable(String id, String what) {
        return new AppException(ErrorCode.UNREADABLE, "template: check " + id + ": " + what);
    }
}
