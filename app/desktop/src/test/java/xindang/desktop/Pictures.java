package xindang.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of scenes as PNG files, for tests and docs. */
public final class Pictures {
    private static final int PULSES = 3;

    private Pictures() {}

    /** Writes a picture of the scene. Call it on the screen thread. */
    public static void take(Scene scene, Path file) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var shot = scene.snapshot(null);
        var width = (int) shot.getWidth();
        var height = (int) shot.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs work on the screen thread and waits for it. */
    public static <T> T onScreen(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    /** Waits until delayed handlers, layout and focus changes are done. */
    public static void settle() {
        onScreen(() -> null);
        var passed = new CompletableFuture<Integer>();
        Platform.runLater(() -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == PULSES) {
                    stop();
                    passed.complete(pulses);
                }
            }
        }.start());
        await(passed);
        onScreen(() -> null);
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
