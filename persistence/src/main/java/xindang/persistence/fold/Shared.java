package xindang.persistence.fold;

import java.security.SecureRandom;
import java.time.ZoneId;
import xindang.model.law.Scrutiny;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Standings;
import xindang.model.template.Templates;
import xindang.persistence.codec.Codes;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.Understood;
import xindang.persistence.codec.Vocabulary;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.search.Pinyin;

/** The objects that all transactions of an archive share. */
public record Shared(
        Knowledge templates,
        Validity validity,
        Pinyin pinyin,
        RecordKeys keys,
        Codes kinds,
        Codes devices,
        Vocabulary words,
        SecureRandom random,
        Scrutiny scrutiny,
        Understood understood) {
    /**
     * Creates the shared objects.
     *
     * @param zone time zone of days
     * @param scrutiny judges changes that earlier versions could not read
     */
    public static Shared of(RecordKeys keys, Templates templates, ZoneId zone, SecureRandom random, Scrutiny scrutiny) {
        var knowledge = new Knowledge(templates);
        return new Shared(
                knowledge,
                new Validity(knowledge, new Standings(RatingForms.shipped()), zone),
                Pinyin.shipped(),
                keys,
                new Codes("kind"),
                new Codes("device"),
                new Vocabulary(),
                random,
                scrutiny,
                new Understood(scrutiny, knowledge));
    }

    /** The same with numbers of its own, for a database that is made beside the one in use. */
    public Shared apart() {
        return new Shared(
                templates,
                validity,
                pinyin,
                keys,
                new Codes("kind"),
                new Codes("device"),
                new Vocabulary(),
                random,
                scrutiny,
                understood);
    }

    public Sealing sealing() {
        return new Sealing(random, words, understood);
    }
}
