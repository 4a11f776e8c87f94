package xindang.desktop;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import xindang.desktop.ui.Dialogs;

/** Answers questions from a script and records all questions and notices. */
public final class ScriptedDialogs implements Dialogs {
    public final Deque<Boolean> answers = new ArrayDeque<>();
    public final Deque<Path> files = new ArrayDeque<>();
    public final List<String> asked = new ArrayList<>();
    public final List<String> notices = new ArrayList<>();
    public final List<Throwable> failures = new ArrayList<>();

    @Override
    public void confirm(Question question, Runnable agreed) {
        asked.add(question.title());
        if (Boolean.TRUE.equals(answers.poll())) {
            agreed.run();
        }
    }

    @Override
    public Optional<Path> openFile(FileWish wish) {
        asked.add(wish.title());
        return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> saveFile(FileWish wish) {
        asked.add(wish.title());
        return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> folder(String title) {
        asked.add(title);
        return Optional.ofNullable(files.poll());
    }

    @Override
    public void failed(Throwable problem) {
        failures.add(problem);
    }

    @Override
    public void showNotice(String message) {
        notices.add(message);
    }
}
