package xindang.cli.shell;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import xindang.model.common.Progress;

/** Shows progress on a terminal after one second of work. Reports a requested stop to the work. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final int WIDTH = 78;

    private final Terminal terminal;
    private final CliMessages text;
    private final long startedAt = System.nanoTime();
    private Optional<ProgressBar> bar = Optional.empty();
    private String step = "";

    TerminalProgress(Terminal terminal, CliMessages text) {
        this.terminal = terminal;
        this.text = text;
    }

    @Override
    public void at(String name, long done, long total) {
        if (!terminal.live() || System.nanoTime() - startedAt < PATIENCE) {
            return;
        }
        if (!name.equals(step)) {
            close();
            step = name;
            bar = Optional.of(draw(text.of("progress." + name)));
        }
        bar.ifPresent(drawn -> drawn.maxHint(total > 0 ? total : -1).stepTo(done));
    }

    private ProgressBar draw(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                // shows the elapsed time also in steps without counts, such as the save of an import
                .continuousUpdate()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .build();
    }

    @Override
    public boolean cancelled() {
        return terminal.cancelled().getAsBoolean();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
