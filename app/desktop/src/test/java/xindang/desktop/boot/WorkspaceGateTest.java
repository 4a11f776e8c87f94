package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkspaceGateTest {
    /** A forbidden computer name must not stop the creation of an archive, because the window has no field for it. */
    @Test
    void aComputerThatIsCalledByAnIllnessGivesItsArchiveAnotherName() {
        assertEquals("PC", WorkspaceGate.deviceOf("AIDS01"));
        assertEquals("PC", WorkspaceGate.deviceOf(""));
        assertEquals("LALIN3", WorkspaceGate.deviceOf("LALIN3"));
    }
}
