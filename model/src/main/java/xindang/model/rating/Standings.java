package xindang.model.rating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Standing;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.json.JsonValue;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.template.Template;

/**
 * The only rule for the validity of a stored rating. {@link Ratings} uses it for one subject. The archive uses it when
 * it writes a subject or a rating, and stores the result beside the grade, so that lists need not read contents.
 *
 * <p>A rating is stale when its form would read other inputs from the present lawful content. It is also stale when
 * another version of the form is valid, when a row of bad information was written after it, or when its day cannot have
 * begun. Means and ages are those of its day.
 */
public final class Standings {
    private final RatingForms forms;

    public Standings(RatingForms forms) {
        this.forms = forms;
    }

    /**
     * The basis of a rating.
     *
     * @param digest digest of its form and its inputs
     * @param on the day of the rating
     */
    public record Basis(String digest, LocalDate on) {
        /** The basis of an unreadable rating. No subject has this basis, so such a rating is stale. */
        public static final Basis UNREADABLE = new Basis("", LocalDate.EPOCH);

        /** Returns the basis of a rating whose day cannot have begun. No subject has this basis. */
        public Basis untimely() {
            return new Basis("", on);
        }

        /** Returns whether no subject can have this basis. */
        public boolean isUntimely() {
            return digest.isEmpty();
        }

        static Basis of(String formDigest, Map<String, String> inputs, LocalDate on) {
            var text = new StringBuilder(formDigest);
            new TreeMap<>(inputs)
                    .forEach((name, value) ->
                            text.append('\n').append(name).append('=').append(value));
            return new Basis(Digest.of(text.toString()).substring(0, 32), on);
        }

        static Basis of(Rating rating) {
            return of(rating.formDigest(), rating.inputs(), rating.on());
        }

        /** Reads the basis of a stored rating. */
        public static Basis of(Content rating) {
            try {
                var basis = JsonValue.parse(rating.text("rating.inputs"));
                var inputs = new TreeMap<String, String>();
                basis.at("inputs").members().forEach((name, value) -> inputs.put(name, value.text()));
                return of(basis.at("form").text("digest"), inputs, LocalDate.parse(basis.text("on")));
            } catch (AppException | DateTimeException e) {
                return UNREADABLE;
            }
        }
    }

    /**
     * The validity of a rating, by the present content of its subject.
     *
     * @param staleFrom the first day on which it is stale; absent when no such day is known
     * @param validUntil the last day of its validity
     */
    public record Term(Optional<LocalDate> staleFrom, LocalDate validUntil) {
        public Standing on(LocalDate day) {
            if (staleFrom.filter(from -> !day.isBefore(from)).isPresent()) {
                return Standing.STALE;
            }
            return day.isAfter(validUntil) ? Standing.EXPIRED : Standing.CURRENT;
        }
    }

    /**
     * Computes the validity of a rating.
     *
     * @param content present content of the subject
     * @param warned whether a row of bad information was written after the rating
     * @param from the first day to check; later days are checked when a consent or a term ends on them
     */
    public Term term(Template template, Content content, String region, Basis basis, boolean warned, LocalDate from) {
        var form = forms.newest(template.id());
        var until = form.map(valid -> lastDay(valid, basis.on())).orElse(basis.on());
        if (warned || form.isEmpty()) {
            return new Term(Optional.of(from), until);
        }
        var days = new TreeSet<LocalDate>();
        days.add(from);
        days.addAll(Gate.turns(template, content).tailSet(from));
        var stale = days.stream()
                .filter(day -> !read(form.get(), template, content, region, basis.on(), day)
                        .equals(basis))
                .findFirst();
        return new Term(stale, until);
    }

    /** Returns the standing of a rating today, from the stored subject. */
    public Standing standing(
            Template template, ArchiveRecord subject, Kept rating, Supplier<List<Change>> history, SureDay day) {
        if (!day.mayHaveBegun(rating.basis().on())) {
            return Standing.STALE;
        }
        var today = day.hides();
        var warned = subject.updatedAt().isAfter(rating.at())
                && history.get().stream()
                        .anyMatch(change -> change.at().isAfter(rating.at())
                                && day.mayHaveBegun(change.at())
                                && warns(template, change));
        return term(template, subject.content(), subject.region(), rating.basis(), warned, today)
                .on(today);
    }

    /** @param at time of the rating */
    public record Kept(Basis basis, Instant at) {}

    /** Returns whether a change writes a row of bad information. */
    public static boolean warns(Template template, Change change) {
        var terms = template.terms();
        return !terms.isEmpty()
                && change.changed().stream().anyMatch(field -> terms.stream()
                        .anyMatch(term -> field.path().startsWith(term.group() + ".")));
    }

    /**
     * Returns a text that changes when other forms become valid. A stored standing was computed by the forms of its
     * text.
     */
    public String rules() {
        var valid = new TreeMap<String, String>();
        forms.all().forEach(form -> valid.put(form.type(), form.digest()));
        return Digest.of(valid.toString()).substring(0, 16);
    }

    static LocalDate lastDay(RatingForm form, LocalDate on) {
        return on.plusMonths(form.validMonths()).minusDays(1);
    }

    private static Basis read(
            RatingForm form, Template template, Content content, String region, LocalDate on, LocalDate day) {
        return Basis.of(form.digest(), form.inputs(Facts.lawful(template, content, region, day), on), on);
    }
}
