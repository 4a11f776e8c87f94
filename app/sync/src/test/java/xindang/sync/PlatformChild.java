package xindang.sync;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import xindang.platform.Platform;

/** A platform that runs until its process is killed; its first line says where it is. */
final class PlatformChild {
    private PlatformChild() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var platform =
                Platform.start(Platform.Config.local(0, Path.of(args[0]), Village.TEMPLATES, Clock.systemUTC()))) {
            out.println(platform.address());
            // ends by itself only when the test does
            while (System.in.read() >= 0) {
                out.flush();
            }
        }
    }
}
