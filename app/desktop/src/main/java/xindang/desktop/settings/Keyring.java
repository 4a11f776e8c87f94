package xindang.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The operations on the archive as a whole. All are called in the background.
 *
 * @param folder folder of the archive
 * @param check checks every byte, repairs the archive and returns the findings; empty if there are none
 */
public record Keyring(Path folder, Keys keys, Supplier<List<String>> check) {
    /**
     * The keys of the archive. Each change needs the password. A person at an open window cannot lock out the owner.
     */
    public interface Keys {
        /**
         * Changes the password.
         *
         * @throws xindang.model.common.AppException WRONG_PASSWORD
         */
        void changePassword(char[] known, char[] fresh);

        /**
         * Returns a new recovery code. The old code is no longer valid.
         *
         * @throws xindang.model.common.AppException WRONG_PASSWORD
         */
        String renewRecovery(char[] known);
    }
}
