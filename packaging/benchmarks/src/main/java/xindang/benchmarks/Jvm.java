package xindang.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this Java with the flags of the product's launcher. */
final class Jvm {
    private Jvm() {}

    /** Returns a command that runs a program on the class path of this process. */
    static List<String> command(List<String> flags, Class<?> program) {
        return command(flags, System.getProperty("java.class.path"), program);
    }

    static List<String> command(List<String> flags, String classPath, Class<?> program) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Duser.timezone=Asia/Shanghai",
                "-Dlogback.configurationFile=xindang/benchmarks/logback.xml",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true"));
        command.addAll(flags);
        command.addAll(List.of("-classpath", classPath, program.getName()));
        return command;
    }
}
