package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FilePlatformTest extends PlatformContract {
    @Override
    Platform.Config config(Path directory, SetClock time) {
        return Platform.Config.local(0, directory, TEMPLATES, time);
    }

    @Test
    void aCodeFromAnotherProcessLetsADeviceInWhileThePlatformRuns() throws Exception {
        var device = new RawDevice(platform(), "LL-01-a001", clock);

        var code = child("code", data.toString());

        assertEquals(200, device.enrol(code, TOWN).statusCode(), code);
        assertEquals(
                "enrol.code-used", RawDevice.code(new RawDevice(platform(), "LL-02-b002", clock).enrol(code, TOWN)));
    }

    @Test
    void aSecondPlatformOnTheDirectoryIsToldSo() throws Exception {
        assertEquals("FILE_LOCKED", child("platform", data.toString()));
    }

    private static String child(String... args) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("-XX:TieredStopAtLevel=1");
        command.add(SecondProcess.class.getName());
        command.addAll(java.util.List.of(args));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        process.waitFor(60, TimeUnit.SECONDS);
        return lines[lines.length - 1];
    }
}
