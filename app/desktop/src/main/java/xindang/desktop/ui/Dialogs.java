package xindang.desktop.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that interrupts: questions, file choosers, failures and passing words. Tests answer with a script. */
public interface Dialogs {
    /** Asks once; {@code agreed} runs only when the named button is chosen. Esc and the focus are on the safe one. */
    void confirm(Question question, Runnable agreed);

    Optional<Path> openFile(FileWish wish);

    Optional<Path> saveFile(FileWish wish);

    Optional<Path> folder(String title);

    /** Says what failed in the person's words with the code, and logs it once. */
    void failed(Throwable problem);

    /** A passing word such as 已复制: four seconds, nobody must act on it. */
    void said(String message);

    /**
     * What is asked.
     *
     * @param title the question itself
     * @param body what follows from a yes
     * @param agree what the button does, verb and object
     * @param danger true when it destroys something
     */
    record Question(String title, String body, String agree, boolean danger) {}

    /**
     * Which file is wanted.
     *
     * @param name proposed file name, may be empty
     * @param endings such as {@code *.xlsx}
     */
    record FileWish(String title, String name, String kind, List<String> endings) {
        public FileWish {
            endings = List.copyOf(endings);
        }

        /** Patterns that also show the 花名册.XLSX of an old program. */
        List<String> patterns() {
            return endings.stream()
                    .flatMap(ending -> Stream.of(ending, ending.toUpperCase(Locale.ROOT)))
                    .toList();
        }

        /** A file to be saved with the ending it opens by, unless a file of that name was not asked about. */
        Path ended(Path typed) {
            var ending = endings.get(0).substring(1);
            var name = String.valueOf(typed.getFileName());
            var whole = typed.resolveSibling(name + ending);
            return name.toLowerCase(Locale.ROOT).endsWith(ending) || Files.exists(whole) ? typed : whole;
        }
    }
}
