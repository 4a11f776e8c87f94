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
 * Stores the unsaved texts of a form. A power cut loses at most the last moment of typing.
 *
 * <p>It writes in the background, one write at a time. Each write contains the newest texts.
 */
final class DraftKeeper {
    /** Longest time without a write during continuous typing. */
    private static final long LONGEST_MILLIS = 500;

    private final Desk desk;
    private final Drafts drafts;
    private final FormTexts texts;
    private final Supplier<String> place;
    private final Consumer<Map<String, Violation>> refused;
    private final Tasks.Lane saving;
    private final Tasks.Lane pause;
    /** The last written texts. Empty if the next write is necessary even without a change. */
    private Optional<Unsaved> kept = Optional.empty();

    private long keptAt;
    /** The number of running saves and writes of unsaved texts. */
    private int underway;

    /**
     * Creates it for a form.
     *
     * @param place returns the key of the stored texts; called in the background
     * @param refused receives, after each write, the texts that the law forbids to store; called on the screen thread
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

    /** Handles a change of a text. */
    void typed() {
        if (desk.clock().millis() - keptAt >= LONGEST_MILLIS) {
            keep();
        }
        pause.run(progress -> true, paused -> keep(), desk.dialogs()::failed);
    }

    /** Notes the start of a save. The save itself stores the remaining texts. */
    void saveBegins() {
        underway++;
    }

    /** Notes the end of a save and stores the unsaved texts again. */
    void saveEnded() {
        underway--;
        again();
    }

    /** Notes a failed save. The next change of a text writes all texts. */
    void saveFailed() {
        underway--;
        kept = Optional.empty();
    }

    /** Stores the unsaved texts again, because the record has changed and other texts may be lawful now. */
    void again() {
        kept = Optional.empty();
        keep();
    }

    /** Writes the unsaved texts, unless a save or write is running. It is called again after that one. */
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
