package xindang.sync;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Ids;
import xindang.model.law.Gate;
import xindang.model.law.Scrutiny;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Templates;
import xindang.model.testing.MemoryOffice;
import xindang.model.testing.Office;
import xindang.platform.Platform;

/** A town with a platform and offices, and the changes that its people make. */
final class Village implements AutoCloseable {
    static final String TOWN = "230184100";
    static final String HAMLET = "230184100201";
    static final Templates TEMPLATES = ShippedTemplates.load();
    static final TemplateRef HOUSEHOLD = TEMPLATES.get("household").ref();

    /** Nothing is given up because the machine is busy. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    final Clock clock = Clock.systemUTC();
    final Ids ids;
    private final Path data;
    private final Scrutiny scrutiny;
    private Platform platform;

    Village(Path data, long seed) {
        this(data, seed, Gate::arrivingValue);
    }

    /** A village whose platform judges what arrives in a way of its own. */
    Village(Path data, long seed, Scrutiny scrutiny) {
        this.data = data;
        this.scrutiny = scrutiny;
        ids = new Ids(clock, new Random(seed));
        platform = start();
    }

    private Platform start() {
        return Platform.start(Platform.Config.local(0, data, TEMPLATES, clock).judging(scrutiny));
    }

    Platform platform() {
        return platform;
    }

    /** Stops the platform, does something to its directory, and starts it again. */
    void whileStopped(Runnable work) {
        platform.close();
        work.run();
        platform = start();
    }

    MemoryOffice office(String device) {
        return new MemoryOffice(device, TEMPLATES);
    }

    SyncEngine engine(Office office) {
        return new SyncEngine(office.exchange(), http, clock, PATIENCE);
    }

    SyncEngine enrolled(Office office) {
        return enrolled(office, TOWN);
    }

    /** @param region division code of 4, 6, 9 or 12 digits */
    SyncEngine enrolled(Office office, String region) {
        var engine = engine(office);
        engine.enrol(platform.address(), platform.code(region), region, office.device());
        return engine;
    }

    /** The name of a person for each number. */
    static String name(int number) {
        return "户"
                + Integer.toString(number)
                        .chars()
                        .mapToObj(digit -> "零一二三四五六七八九".substring(digit - '0', digit - '0' + 1))
                        .collect(Collectors.joining());
    }

    /** A new household. */
    UUID household(Office office, String name) {
        var record = ids.next();
        office.save(List.of(draft(
                record,
                List.of(
                        FieldChange.set("file.village", HAMLET),
                        FieldChange.set("head.name", name),
                        FieldChange.set("head.phone", "13800000000"),
                        FieldChange.set("file.group", "三组")))));
        return record;
    }

    /** Changes one value as the office sees it now. */
    void edit(Office office, UUID record, String path, String value) {
        office.save(List.of(draft(
                record, List.of(new FieldChange(path, office.content(record).get(path), Optional.of(value))))));
    }

    /** Decides a conflict. */
    void resolve(Office office, UUID record, UUID conflict, String path, String value) {
        office.save(List.of(new Draft(
                ids.next(),
                record,
                HOUSEHOLD,
                List.of(new FieldChange(path, office.content(record).get(path), Optional.of(value))),
                "张敏",
                now(),
                "resolve",
                List.of(conflict))));
    }

    Draft draft(UUID record, List<FieldChange> fields) {
        return draft(record, HOUSEHOLD, fields);
    }

    Draft draft(UUID record, TemplateRef template, List<FieldChange> fields) {
        return new Draft(ids.next(), record, template, new ArrayList<>(fields), "张敏", now(), "screen", List.of());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    @Override
    public void close() {
        platform.close();
    }
}
