package xindang.desktop.boot;

import java.util.List;
import xindang.model.archive.RecordFilter;
import xindang.model.keeping.Drafts;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.Workspace;

/** Converts an open archive into one text, to search for words in it. */
final class ArchiveText {
    private ArchiveText() {}

    /** Returns the decrypted contents of the archive. */
    static String of(Workspace workspace) {
        var text = new StringBuilder();
        var last = workspace.exchange().counts().waiting()
                + workspace.exchange().counts().settled();
        workspace.exchange().texts(1, last).forEach(text::append);
        workspace.exchange().own(0, Integer.MAX_VALUE).forEach(change -> text.append(ChangeJson.write(change)));
        for (var setting : List.of("exchange.membership", "exchange.key", "exchange.platform-epoch", "report.issuer")) {
            workspace.exchange().setting(setting).ifPresent(text::append);
        }
        for (var template : ShippedTemplates.load().subjects()) {
            text.append(workspace.drafts().read(Drafts.ofNew(template.id())));
            for (var record : workspace
                    .archives()
                    .list(RecordFilter.all(template.id()), RecordFilter.Window.first(50))
                    .items()) {
                text.append(workspace.drafts().read(record.id().toString()));
                text.append(workspace
                        .archives()
                        .find(record.id())
                        .orElseThrow()
                        .content()
                        .asMap());
            }
        }
        return text.toString();
    }
}
