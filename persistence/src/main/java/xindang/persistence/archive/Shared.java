package xindang.persistence.archive;

import java.security.SecureRandom;
import xindang.model.law.Scrutiny;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Standings;
import xindang.model.template.Templates;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.search.Pinyin;

/** What all transactions of an archive use. */
record Shared(
        Knowledge templates,
        Validity validity,
        Pinyin pinyin,
        RecordKeys keys,
        Codes kinds,
        Codes devices,
        Words words,
        SecureRandom random,
        Scrutiny scrutiny,
        Understood understood) {
    static Shared of(OpenArchive.Place place, RecordKeys keys, Templates templates) {
        var knowledge = new Knowledge(templates);
        return new Shared(
                knowledge,
                new Validity(
                        knowledge,
                        new Standings(RatingForms.shipped()),
                        place.clock().getZone()),
                Pinyin.shipped(),
                keys,
                new Codes("kind"),
                new Codes("device"),
                new Words(),
                place.random(),
                place.scrutiny(),
                new Understood(place.scrutiny(), knowledge));
    }
}
