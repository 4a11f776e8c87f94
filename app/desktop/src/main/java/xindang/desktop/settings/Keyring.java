package xindang.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be done with the archive as a whole; all called away from the screen thread.
 *
 * @param folder where it lies
 * @param changePassword puts another password before it
 * @param renewRecovery makes another recovery code, the old one opens nothing any more
 * @param check looks at every byte and names what is damaged; empty when all is well
 */
public record Keyring(
        Path folder, Consumer<char[]> changePassword, Supplier<String> renewRecovery, Supplier<List<String>> check) {}
