package xindang.platform;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import xindang.model.common.AppException;

/** What another process may do beside a running platform: make a code, or find the directory in use. */
final class SecondProcess {
    private SecondProcess() {}

    public static void main(String[] args) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        var data = Path.of(args[1]);
        var clock = new SetClock();
        if (args[0].equals("code")) {
            out.println(Platform.code(data, clock, PlatformContract.TOWN));
            return;
        }
        try (var platform = Platform.start(Platform.Config.local(0, data, PlatformContract.TEMPLATES, clock))) {
            out.println(platform.address());
        } catch (AppException e) {
            out.println(e.code());
        }
    }
}
