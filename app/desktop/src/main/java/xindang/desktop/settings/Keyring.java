package xindang.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What can be done with the archive as a whole; all called away from the screen thread.
 *
 * @param folder where it lies
 * @param check looks at every byte, mends what can be mended and names both; empty when all is well
 */
public record Keyring(Path folder, Keys keys, Supplier<List<String>> check) {
    /**
     * What opens the archive. Only somebody who knows the password changes it: a person who finds an open window must not
     * lock out its owner.
     */
    public interface Keys {
        /**
         * Puts another password before it.
         *
         * @throws xindang.model.common.AppException WRONG_PASSWORD
         */
        void changePassword(char[] known, char[] fresh);

        /**
         * Makes another recovery code, the old one opens nothing any more.
         *
         * @throws xindang.model.common.AppException WRONG_PASSWORD
         */
        String renewRecovery(char[] known);
    }
}
