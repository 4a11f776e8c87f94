package xindang.desktop.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import xindang.desktop.settings.Keyring;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Envelope;

/** The keys of an open archive, for whoever knows its password. */
final class WorkspaceKeys implements Keyring.Keys {
    private static final String ENVELOPE = "archive.json";

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
            var envelope = Envelope.read(Files.readAllBytes(workspace.folder().resolve(ENVELOPE)));
            envelope.open(password).close();
        } catch (IOException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "cannot read", e, ENVELOPE);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
