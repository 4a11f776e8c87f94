package xindang.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWishTest {
    private final Dialogs.FileWish wish = new Dialogs.FileWish("存为表格", "", "表格", List.of("*.xlsx"));

    @TempDir
    private Path folder;

    @Test
    void givesASavedFileTheEndingItOpensBy() {
        assertEquals(folder.resolve("改.xlsx"), wish.ended(folder.resolve("改")));
        assertEquals(folder.resolve("改.xlsx"), wish.ended(folder.resolve("改.xlsx")));
        assertEquals(folder.resolve("改.XLSX"), wish.ended(folder.resolve("改.XLSX")));
        assertEquals(folder.resolve("2026.9.xlsx"), wish.ended(folder.resolve("2026.9")));
    }

    @Test
    void neverTakesThePlaceOfAFileNobodyWasAskedAbout() throws IOException {
        Files.createFile(folder.resolve("改.xlsx"));

        assertEquals(folder.resolve("改"), wish.ended(folder.resolve("改")));
    }

    @Test
    void offersFilesWithCapitalEndings() {
        assertEquals(List.of("*.xlsx", "*.XLSX"), wish.patterns());
    }
}
