package xindang.model.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.json.JsonValue;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.text.Sentences;

class ChecksTest {
    private static final Templates TEMPLATES = ShippedTemplates.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    /** A row of {@code checks.tsv}: what the check must find, and what it must not. */
    record Example(String template, String check, Content fires, Content passes) {
        static Example of(String line) {
            var cells = line.split("\t", -1);
            return new Example(cells[0], cells[1], content(cells[2]), content(cells[3]));
        }

        private static Content content(String cell) {
            var values = new HashMap<String, String>();
            for (var pair : cell.split(";")) {
                var equals = pair.indexOf('=');
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return Content.of(values);
        }

        Template of() {
            return TEMPLATES.get(template);
        }

        private Check asked() {
            return of().checks().stream()
                    .filter(one -> one.id().equals(check))
                    .findFirst()
                    .orElseThrow();
        }

        /** What this check alone finds. */
        List<Oddity> found(Content content) {
            return Checks.of(of(), List.of(asked()), content, TODAY);
        }
    }

    static Stream<Example> examples() throws IOException {
        try (var in = ChecksTest.class.getResourceAsStream("checks.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(Example::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsTheContradictionAndNothingElse(Example example) {
        var found = example.found(example.fires());
        assertEquals(1, found.size(), example.toString());
        assertEquals(example.asked().stops(), found.get(0).stops());
        assertTrue(example.of().field(found.get(0).path()).isPresent(), found.toString());
        assertEquals(List.of(), example.found(example.passes()), example.toString());
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            var sentence = Sentences.of(language).of(found.get(0).violation());
            assertTrue(!sentence.contains("{") && !sentence.isBlank(), sentence);
        }
    }

    @Test
    void everyShippedCheckHasAnExample() throws IOException {
        var shown = new TreeSet<String>();
        examples().forEach(example -> shown.add(example.template() + " " + example.check()));
        var shipped = new TreeSet<String>();
        for (var type : List.of("household", "enterprise", "practitioner", "rating", "query", "report")) {
            TEMPLATES.get(type).checks().forEach(check -> shipped.add(type + " " + check.id()));
        }
        assertEquals(shipped, shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind':'order','paths':['a.from','a.til'],'severity':'warn'|unknown path a.til",
                "'kind':'order','paths':['a.from'],'severity':'warn'|too few paths",
                "'kind':'orders','paths':['a.from','a.until'],'severity':'warn'|kind orders",
                "'kind':'term','paths':['a.rows'],'severity':'warn'|kind term",
                "'kind':'order','paths':['a.from','a.until'],'severity':'no'|severity no",
                "'kind':'order','paths':['a.from','a.until'],'severity':'warn','x':'1'|unknown member x",
                "'kind':'rows','paths':['a.from','a.until'],'severity':'warn'|unknown path a.until",
                "'kind':'part','paths':['a.rows.*.n','b.rows.*.n'],'severity':'warn'|another group b.rows.*.n",
                "'kind':'once','paths':['a.yes'],'severity':'warn','values':['2']|code 2 of a.yes",
                "'kind':'clash','paths':['a.yes','a.from'],'severity':'warn'|cases",
                "'kind':'clash','paths':['a.yes','a.from'],'severity':'warn','cases':[[['true']]]|a case of 1"
            })
    void refusesACheckThatCouldNeverBeRight(String members, String why) {
        var json =
                """
                {"id":"t","version":1,"title":"t","role":"system","blocks":[
                 {"id":"a","title":"a","fields":[{"id":"from","label":"自","type":"DATE"},
                  {"id":"until","label":"至","type":"DATE"},{"id":"yes","label":"是","type":"YES_NO"},
                  {"id":"rows","label":"行","type":"GROUP","fields":[{"id":"n","label":"数","type":"COUNT"}]}]},
                 {"id":"b","title":"b","fields":[
                  {"id":"rows","label":"行","type":"GROUP","fields":[{"id":"n","label":"数","type":"COUNT"}]}]}],
                 "checks":[{"id":"c",%s}]}"""
                        .formatted(members.replace('\'', '"'));
        var refused = assertThrows(
                AppException.class,
                () -> TemplateJson.read(JsonValue.parse(json), name -> {
                    throw new IllegalStateException(name);
                }));
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }
}
