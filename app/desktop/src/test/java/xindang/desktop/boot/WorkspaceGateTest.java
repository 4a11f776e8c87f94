package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkspaceGateTest {
    /** The window has no field for it, so a name that is refused must not end the making of an archive. */
    @Test
    void aComputerThatIsCalledByAnIllnessGivesItsArchiveAnotherName() {
        assertEquals("PC", WorkspaceGate.deviceOf("AIDS01"));
        assertEquals("PC", WorkspaceGate.deviceOf(""));
        assertEquals("LALIN3", WorkspaceGate.deviceOf("LALIN3"));
    }
}
