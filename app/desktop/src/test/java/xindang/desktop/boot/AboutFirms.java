package xindang.desktop.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xindang.model.law.Gate;

/** The form fields about firms. Article 14(1) concerns only persons, so the gate does not check them. */
final class AboutFirms {
    private static final Pattern IDS = firms();

    private AboutFirms() {}

    /** Returns true if the node id is that of such a field. */
    static boolean is(String id) {
        return IDS.matcher(id).matches();
    }

    private static Pattern firms() {
        try (var rows = Gate.class.getResourceAsStream("enterprises.tsv")) {
            var paths = new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(paths.lines()
                    .filter(row -> !row.startsWith("#"))
                    .map(row -> row.split("\t")[1].replace('.', '-').replace("-*-", "-.+-"))
                    .collect(Collectors.joining("|")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
