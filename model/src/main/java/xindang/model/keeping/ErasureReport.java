package xindang.model.keeping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Erased;
import xindang.model.archive.Remnant;

/**
 * The result of an erasure: what was erased, and what the program could not reach.
 *
 * @param record id of the erased record
 * @param changes number of changes of the record that are now unreadable
 * @param conflicts number of open conflicts erased with it
 * @param draft whether a draft was deleted with it
 * @param about number of records about it by type, erased with it
 * @param issued issued reports; papers and files of them still exist
 * @param passedOn queries that printed or exported the archive; papers and files of them still exist
 * @param deletedFiles files that repairs had moved aside and that were deleted with it
 * @param remainingFiles files that repairs had moved aside and that may still contain data of the person
 */
public record ErasureReport(
        UUID record,
        int changes,
        int conflicts,
        boolean draft,
        Map<String, Integer> about,
        List<Remnant> issued,
        List<Remnant> passedOn,
        List<String> deletedFiles,
        List<String> remainingFiles) {
    public ErasureReport {
        about = Map.copyOf(about);
        issued = List.copyOf(issued);
        passedOn = List.copyOf(passedOn);
        deletedFiles = List.copyOf(deletedFiles);
        remainingFiles = List.copyOf(remainingFiles);
    }

    /** Returns the counts before the erasure. */
    static ErasureReport before(ArchiveStore store, ArchiveRecord record, boolean draft) {
        return new ErasureReport(
                record.id(),
                store.history(record.id()).size(),
                record.conflicts().size(),
                draft,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                store.movedAside());
    }

    /** Returns the report after the erasure. */
    ErasureReport of(Erased erased, List<String> left) {
        var byType = new TreeMap<String, Integer>();
        erased.remnants().forEach(remnant -> byType.merge(remnant.type(), 1, Integer::sum));
        return new ErasureReport(
                record,
                changes,
                conflicts,
                draft,
                byType,
                erased.remnants().stream()
                        .filter(remnant -> remnant.type().equals("report"))
                        .toList(),
                erased.remnants().stream()
                        .filter(remnant -> remnant.type().equals("query")
                                && (remnant.kind().equals("print")
                                        || remnant.kind().equals("export")))
                        .toList(),
                remainingFiles.stream().filter(name -> !left.contains(name)).toList(),
                left);
    }
}
