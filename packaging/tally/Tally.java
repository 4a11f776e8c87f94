import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Counts the tests of all modules from surefire's reports and says so in one line: the last line of {@code mvn -q verify}. */
final class Tally {
    private static final Pattern REPORT = Pattern.compile(".*/target/surefire-reports/TEST-[^/]+\\.xml");

    private int tests;
    private int failed;
    private int skipped;

    /** @param args the folder of the project, and the time before which a report is of an earlier run */
    public static void main(String[] args) throws IOException {
        var since = args.length > 1 ? Instant.parse(args[1]) : Instant.EPOCH;
        var tally = new Tally();
        for (var report : reports(Path.of(args[0]))) {
            if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
                tally.add(report);
            }
        }
        System.out.println(tally);
    }

    private static List<Path> reports(Path project) throws IOException {
        try (var files = Files.find(
                project, 7, (file, facts) -> REPORT.matcher(file.toString().replace('\\', '/')).matches())) {
            return files.toList();
        }
    }

    private void add(Path report) throws IOException {
        try (var lines = Files.lines(report)) {
            lines.filter(line -> line.startsWith("<testsuite ")).findFirst().ifPresent(suite -> {
                tests += number(suite, "tests");
                failed += number(suite, "failures") + number(suite, "errors");
                skipped += number(suite, "skipped");
            });
        }
    }

    private static int number(String suite, String attribute) {
        var found = Pattern.compile(" " + attribute + "=\"(\\d+)\"").matcher(suite);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    @Override
    public String toString() {
        return (tests - failed - skipped) + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
