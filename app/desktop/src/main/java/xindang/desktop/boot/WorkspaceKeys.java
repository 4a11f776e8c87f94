package xindang.desktop.boot;

import java.util.Arrays;
import xindang.desktop.settings.Keyring;
import xindang.persistence.Workspace;

/** The keys of an open archive. Each operation needs the password. */
final class WorkspaceKeys implements Keyring.Keys {
    private final Workspace workspace;

    WorkspaceKeys(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void changePassword(char[] known, char[] fresh) {
        prove(known);
        workspace.changePassword(fresh);
        Arrays.fill(fresh, '\0');
    }

    @Override
    public String renewRecovery(char[] known) {
        prove(known);
        return workspace.renewRecoveryKey();
    }

    private void prove(char[] password) {
        try {
            workspace.prove(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
