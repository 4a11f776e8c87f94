package xindang.persistence.ledger;

import java.util.ArrayList;
import java.util.Optional;
import xindang.model.archive.Remnant;
import xindang.model.exchange.Verdict;

/** Reads and writes the bytes of the entries of an erasure; see {@link EntryCodec}. */
final class ErasedCodec {
    private ErasedCodec() {}

    static byte[] write(Entry.Erased e) {
        var attached = e.attached().stream()
                .mapToInt(each -> 16
                        + 8
                        + EntryCodec.length(
                                each.remnant().type(),
                                each.remnant().kind(),
                                each.remnant().at(),
                                each.remnant().person(),
                                each.remnant().number()))
                .sum();
        var out = new EntryCodec.Out(16 + 8 + 16 + 8 + 9 + 32 + 4 + EntryCodec.length(e.device(), e.json()) + attached)
                .id(e.record())
                .number(e.slot())
                .id(e.change())
                .text(e.device())
                .number(e.sequence())
                .number(e.place().map(Entry.Place::position).orElse(0L))
                .verdict(e.place().map(Entry.Place::verdict).orElse(Verdict.APPLIED))
                .digest(e.digest())
                .text(e.json())
                .count(e.attached().size());
        for (var each : e.attached()) {
            out.id(each.record())
                    .number(each.slot())
                    .text(each.remnant().type())
                    .text(each.remnant().kind())
                    .text(each.remnant().at())
                    .text(each.remnant().person())
                    .text(each.remnant().number());
        }
        return out.done();
    }

    static Entry.Erased read(EntryCodec.In in) {
        var record = in.id();
        var slot = in.number();
        var change = in.id();
        var device = in.text();
        var sequence = in.number();
        var position = in.number();
        var verdict = in.verdict();
        var digest = in.digest();
        var json = in.text();
        var attached = new ArrayList<Entry.Attached>();
        for (var i = in.count(); i > 0; i--) {
            var id = in.id();
            attached.add(new Entry.Attached(
                    id, in.number(), new Remnant(id, in.text(), in.text(), in.text(), in.text(), in.text())));
        }
        return new Entry.Erased(
                record,
                slot,
                change,
                device,
                sequence,
                position == 0 ? Optional.empty() : Optional.of(new Entry.Place(position, verdict)),
                digest,
                json,
                attached);
    }

    static byte[] write(Entry.Emptied e) {
        return new EntryCodec.Out(8 + 1 + 16 + 16 + EntryCodec.length(e.change().device()) + 8 + 32)
                .number(e.position())
                .verdict(e.verdict())
                .id(e.change().record())
                .id(e.change().change())
                .text(e.change().device())
                .number(e.change().sequence())
                .digest(e.change().digest())
                .done();
    }

    static Entry.Emptied emptied(EntryCodec.In in) {
        return new Entry.Emptied(
                in.number(),
                in.verdict(),
                new Entry.ChangeHeader(in.id(), in.id(), in.text(), in.number(), in.digest()));
    }
}
