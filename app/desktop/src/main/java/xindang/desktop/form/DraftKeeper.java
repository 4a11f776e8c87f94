package xindang.desktop.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.Unsaved;
import xindang.model.common.Violation;
import xindang.model.keeping.Drafts;

/**
 * Keeps what is typed into a form as a draft, so that a power cut takes nothing older than a moment. It writes away from the
 * screen thread, one write at a time, and each write has the newest texts.
 */
final class DraftKeeper {
    /** Somebody who types without a pause is written down this often. */
    private static final long LONGEST_MILLIS = 500;

    private final Desk desk;
    private final Drafts drafts;
    private final FormTexts texts;
    private final Supplier<String> place;
    private final Consumer<Map<String, Violation>> refused;
    private final Tasks.Lane saving;
    private final Tasks.Lane pause;
    /** What was written last; absent when it must be written again, whatever it was. */
    private Optional<Unsaved> kept = Optional.empty();

    private long keptAt;
    /** Saves and writes that are on their way. */
    private int underway;

    /**
     * @param place where the draft lies, asked away from the screen thread
     * @param refused gets after each write what the law does not allow to keep, on the screen thread
     */
    DraftKeeper(
            Desk desk,
            Drafts drafts,
            FormTexts texts,
            Supplier<String> place,
            Consumer<Map<String, Violation>> refused) {
        this.desk = desk;
        this.drafts = drafts;
        this.texts = texts;
        this.place = place;
        this.refused = refused;
        saving = desk.tasks().inOrder("save");
        pause = desk.tasks().latest("typing");
    }

    /** A text was changed. */
    void typed() {
        if (desk.clock().millis() - keptAt >= LONGEST_MILLIS) {
            keep();
        }
        pause.run(progress -> true, paused -> keep(), desk.dialogs()::failed);
    }

    /** A save begins, which keeps what it does not take. */
    void saveBegins() {
        underway++;
    }

    /** A save has ended. */
    void saveEnded() {
        underway--;
        again();
    }

    /** A save has failed: the next text that is typed is kept, and all others with it. */
    void saveFailed() {
        underway--;
        kept = Optional.empty();
    }

    /** The archive has changed, and with it what may be kept. */
    void again() {
        kept = Optional.empty();
        keep();
    }

    /** Keeps what is typed and not saved, unless a save or a write is on its way, after which this is done. */
    private void keep() {
        var now = texts.notKept();
        if (underway > 0 || kept.filter(now::equals).isPresent()) {
            return;
        }
        kept = Optional.of(now);
        keptAt = desk.clock().millis();
        underway++;
        saving.run(
                progress -> drafts.keep(place.get(), now),
                unlawful -> {
                    underway--;
                    refused.accept(unlawful);
                    keep();
                },
                problem -> {
                    underway--;
                    kept = Optional.empty();
                    desk.dialogs().failed(problem);
                });
    }
}
