package xindang.desktop.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that interrupts the user: questions, file choosers, failures and short notices. Tests use scripted
 * answers.
 */
public interface Dialogs {
    /**
     * Asks a question. Runs {@code agreed} only if the person presses the agreeing button.
     *
     * <p>Esc and the initial focus belong to the safe button.
     */
    void confirm(Question question, Runnable agreed);

    Optional<Path> openFile(FileWish wish);

    Optional<Path> saveFile(FileWish wish);

    Optional<Path> folder(String title);

    /** Shows a failure with its code in the user's language and logs it once. */
    void failed(Throwable problem);

    /** Shows a short notice such as 已复制 for four seconds. It needs no action. */
    void showNotice(String message);

    /**
     * A yes-no question.
     *
     * @param title the question itself
     * @param body the consequence of a yes
     * @param agree text of the agreeing button, verb and object
     * @param danger true if the action destroys something
     */
    record Question(String title, String body, String agree, boolean danger) {}

    /**
     * A request for a file.
     *
     * @param name proposed file name, may be empty
     * @param kind name of the file type
     * @param endings such as {@code *.xlsx}
     */
    record FileWish(String title, String name, String kind, List<String> endings) {
        public FileWish {
            endings = List.copyOf(endings);
        }

        /** Returns the file patterns in lower and upper case. An old program may have written 花名册.XLSX. */
        List<String> patterns() {
            return endings.stream()
                    .flatMap(ending -> Stream.of(ending, ending.toUpperCase(Locale.ROOT)))
                    .toList();
        }

        /**
         * Returns the path with the first ending appended. Keeps the path if it has the ending already.
         *
         * <p>Keeps it also if a file with the longer name exists, because the chooser asked only about the typed name.
         */
        Path ended(Path typed) {
            var ending = endings.get(0).substring(1);
            var name = String.valueOf(typed.getFileName());
            var whole = typed.resolveSibling(name + ending);
            return name.toLowerCase(Locale.ROOT).endsWith(ending) || Files.exists(whole) ? typed : whole;
        }
    }
}
