package xindang.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import xindang.model.common.Progress;

/**
 * The operations on the archive as a whole. All are called in the background.
 *
 * @param folder folder of the archive
 * @param check checks every byte and repairs the archive
 */
public record Keyring(Path folder, Keys keys, Check check) {
    /** Checks the archive. A cancelled check changes nothing. */
    public interface Check {
        /**
         * Checks every byte, repairs the archive and returns the findings.
         *
         * @throws xindang.model.common.AppException CANCELLED if the check was cancelled before the first repair
         */
        Checked run(Progress progress);
    }

    /**
     * The result of a check.
     *
     * @param findings one sentence for each finding; empty if there is none
     * @param damaged true if something is damaged or lost after the repair
     */
    public record Checked(List<String> findings, boolean damaged) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

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
