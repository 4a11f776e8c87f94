package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xindang.model.archive.Content;
import xindang.model.common.Violation;
import xindang.model.template.LegalClass;
import xindang.model.template.Template;

/**
 * Decides whether a record may be passed on to a receiver outside, and which part of it. 个人信息保护法 article 23 requires a
 * separate consent that names the receiver and the purpose. 征信业管理条例 article 20 limits the use to that purpose.
 */
public final class PassOn {
    private static final Pattern BETWEEN_PURPOSES = Pattern.compile("[、，,；;/]");

    private final Template template;
    private final List<ConsentRow> rows;
    private final String receiver;
    private final String purpose;
    private final LocalDate today;
    private final Set<String> items = new TreeSet<>();
    private final Optional<Violation> refusal;
    private final Content content;
    private Optional<LocalDate> until = Optional.empty();

    private PassOn(Template template, Content kept, String receiver, String purpose, LocalDate today) {
        this.template = template;
        this.rows = ConsentRow.of(kept);
        this.receiver = receiver;
        this.purpose = purpose;
        this.today = today;
        refusal = template.field(ConsentRow.GROUP).isEmpty() ? Optional.empty() : judge();
        content = refusal.isEmpty()
                ? open(Lawful.of(template, kept, today).content(), Consents.open(template, kept, today))
                : Content.EMPTY;
    }

    static PassOn of(Template template, Content kept, String receiver, String purpose, LocalDate today) {
        return new PassOn(template, kept, receiver, purpose, today);
    }

    /** Returns why nothing may be passed on; absent when a consent allows it. */
    public Optional<Violation> refusal() {
        return refusal;
    }

    /**
     * Returns the part that may be passed on: the lawful part, without consent-needed items that the consent does not
     * name.
     */
    public Content content() {
        return content;
    }

    /** Returns true when a consent-needed item (block, field or group) may be passed on. */
    public boolean covers(String item) {
        return items.stream().anyMatch(open -> Consents.names(open, item));
    }

    /** Returns the last day on which the consents to pass it on are valid; absent when one of them does not expire. */
    public Optional<LocalDate> until() {
        return until;
    }

    private Content open(Content lawful, Consents collected) {
        if (template.field(ConsentRow.GROUP).isEmpty()) {
            items.addAll(template.consentItems());
            return lawful;
        }
        items.removeIf(item -> !collected.covers(item));
        var open = new TreeMap<>(lawful.asMap());
        open.keySet().removeIf(path -> template.legal(path) == LegalClass.CONSENT_NEEDED && !covers(path));
        return Content.of(open);
    }

    private Optional<Violation> judge() {
        var named = rows.stream()
                .filter(row -> row.isGiven() && row.isPassOn() && isReceiver(row))
                .toList();
        if (receiver.isBlank() || named.isEmpty()) {
            return Optional.of(Violation.of("law.pass.missing", receiver.strip()));
        }
        var complete = named.stream().filter(row -> row.isComplete(today)).toList();
        if (complete.isEmpty()) {
            return Optional.of(Violation.of("law.pass.incomplete", receiver.strip()));
        }
        var fit = complete.stream().filter(this::isForPurpose).toList();
        if (fit.isEmpty()) {
            var purposes = complete.stream().map(ConsentRow::purpose).distinct().collect(Collectors.joining("；"));
            return Optional.of(Violation.of("law.pass.purpose", receiver.strip(), purposes, purpose.strip()));
        }
        var lasting = fit.stream().filter(row -> row.isValid(today)).toList();
        if (lasting.isEmpty()) {
            var last = fit.stream()
                    .flatMap(row -> row.until().stream())
                    .max(Comparator.naturalOrder())
                    .orElse(today);
            return Optional.of(Violation.of("law.pass.expired", receiver.strip(), last.toString()));
        }
        var open = new ArrayList<ConsentRow>();
        for (var row : lasting) {
            var remaining = remaining(row);
            if (remaining.isPresent()) {
                open.add(row);
                items.addAll(remaining.get());
            }
        }
        if (open.isEmpty()) {
            return Optional.of(Violation.of("law.pass.withdrawn", receiver.strip()));
        }
        until = open.stream().anyMatch(row -> row.until().isEmpty())
                ? Optional.empty()
                : open.stream().flatMap(row -> row.until().stream()).max(Comparator.naturalOrder());
        return Optional.empty();
    }

    /** Returns the items that a consent still allows; absent when a refusal or withdrawal ended it. */
    private Optional<Set<String>> remaining(ConsentRow given) {
        var remaining = new TreeSet<>(given.named(template));
        var nothingNamed = remaining.isEmpty();
        for (var closing : rows) {
            if (!closing.endsWhatWasSigned(given) || !closesReceiver(closing)) {
                continue;
            }
            if (closing.items().isEmpty()) {
                return Optional.empty();
            }
            remaining.removeIf(closing::concerns);
        }
        return remaining.isEmpty() && !nothingNamed ? Optional.empty() : Optional.of(remaining);
    }

    /**
     * Returns whether a refusal or withdrawal concerns the receiver. One about collecting concerns all receivers. One
     * about passing on concerns its receiver, or all when it names none.
     */
    private boolean closesReceiver(ConsentRow closing) {
        return !closing.isPassOn() || closing.receiver().isBlank() || isReceiver(closing);
    }

    private boolean isReceiver(ConsentRow row) {
        return LooseName.isSame(row.receiver(), receiver);
    }

    private boolean isForPurpose(ConsentRow row) {
        var wanted = LooseName.plain(purpose);
        return !wanted.isEmpty()
                && (LooseName.plain(row.purpose()).equals(wanted)
                        || BETWEEN_PURPOSES.splitAsStream(row.purpose()).anyMatch(one -> LooseName.plain(one)
                                .equals(wanted)));
    }
}
