package xindang.desktop.settings;

import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Keys without an archive. It stores a password and counts recovery codes. */
public final class RememberedKeys implements Keyring.Keys {
    public String password = "the old password";

    private int made;

    @Override
    public void changePassword(char[] known, char[] fresh) {
        prove(known);
        password = new String(fresh);
    }

    @Override
    public String renewRecovery(char[] known) {
        prove(known);
        return "CODE-" + ++made;
    }

    private void prove(char[] known) {
        if (!password.equals(new String(known))) {
            throw new AppException(ErrorCode.WRONG_PASSWORD, "wrong password");
        }
    }
}
