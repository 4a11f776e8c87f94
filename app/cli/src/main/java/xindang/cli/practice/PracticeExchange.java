package xindang.cli.practice;

import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.UseCases;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.keeping.Resolution;
import xindang.model.practice.PracticeRoster;
import xindang.model.value.Phone;
import xindang.sync.SyncReport;

/** The exchange of the practice. Two offices enrol, change the same value, and resolve the conflict. */
final class PracticeExchange {
    static final String SECOND_USER = "陈文博";

    private static final String PHONE = "head.phone";
    private static final String MINE = "15400000001";
    private static final String THEIRS = "15400000002";

    private final CliSession session;
    private final URI platform;
    private final Supplier<String> codes;

    /**
     * Creates it.
     *
     * @param codes returns a one-time code of the town for each device
     */
    PracticeExchange(CliSession session, URI platform, Supplier<String> codes) {
        this.session = session;
        this.platform = platform;
        this.codes = codes;
    }

    /** Enrols an office and exchanges all its changes. */
    SyncReport join(UseCases desk) {
        desk.engine()
                .enrol(
                        platform,
                        codes.get(),
                        PracticeRoster.TOWN.digits(),
                        desk.store().device());
        return sync(desk);
    }

    private SyncReport sync(UseCases desk) {
        return session.watched(progress -> desk.engine().sync(progress));
    }

    /** A conflict as texts: the subject and the two masked phone numbers. */
    record Clash(String name, String kept, String offered) {}

    /** Makes a conflict. Both offices change the same phone, and the first decides for its own value. */
    Clash clash(UseCases first, UseCases second) {
        var subject = contents(first).firstKey();
        edit(first, subject, MINE);
        edit(second, subject, THEIRS);
        sync(first);
        sync(second);
        sync(first);
        var conflicts = first.store().conflicts();
        if (conflicts.isEmpty()) {
            throw new AppException(ErrorCode.INTERNAL, "the clash was not seen");
        }
        for (var conflict : conflicts) {
            first.archives().resolve(conflict.id(), Resolution.KEPT, first.user());
        }
        sync(first);
        sync(second);
        return new Clash(first.nameOf(first.record(subject)), masked(MINE), masked(THEIRS));
    }

    private static void edit(UseCases desk, UUID subject, String phone) {
        desk.archives().edit(subject, Map.of(PHONE, phone), desk.user()).get();
    }

    private static String masked(String phone) {
        return Phone.read(phone).get().masked();
    }

    /** Returns the contents of an office's records by id. */
    static SortedMap<UUID, Content> contents(UseCases desk) {
        var contents = new TreeMap<UUID, Content>();
        desk.store().each(PracticeTown.TYPE, "", record -> contents.put(record.id(), record.content()));
        return contents;
    }
}
