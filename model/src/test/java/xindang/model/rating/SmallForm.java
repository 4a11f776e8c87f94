package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.Content;

/** A form of 40 points whose lines give the numbers that a test puts in, for tests of the engine. */
final class SmallForm {
    static final LocalDate ON = LocalDate.of(2026, 11, 18);
    static final String JSON =
            """
            {"id":"small","version":1,"title":"小表","type":"household","maximum":"40","validMonths":12,
             "missing":{"minimum":"30","required":["b"],"grade":"资料不全","drafts":"drafts","draftGrade":"待补全"},
             "inputs":{"a":{"path":"t.a"},"b":{"path":"t.b"},"more":{"path":"t.more"},"less":{"path":"t.less"},
               "veto":{"path":"t.veto"},"cap":{"path":"t.cap"},"end":{"path":"t.end"},
               "drafts":{"drafts":"adverse.items"}},
             "blocks":[
               {"id":"one","label":"甲块","maximum":"10","indicators":[
                 {"id":"a","label":"甲","hint":"多做甲","note":"看甲",
                  "rule":{"kind":"committee","input":"a","maximum":"10","members":1,"text":"甲分"}}]},
               {"id":"two","label":"乙块","short":"乙","maximum":"30","indicators":[
                 {"id":"b","label":"乙","value":["{b:one} 分"],
                  "rule":{"kind":"steps","input":"b","base":"0","step":"0.1","deduct":"0.1","maximum":"30","text":"乙分"}}]}],
             "adjustments":[
               {"id":"bonus","label":"加分","sign":"bonus","limit":"5","items":[
                 {"id":"m1","label":"奖","rule":{"kind":"committee","input":"more","maximum":"4","members":1,"text":"奖分"}},
                 {"id":"m2","label":"励","rule":{"kind":"committee","input":"more","maximum":"4","members":1,"text":"励分"}}]},
               {"id":"malus","label":"减分","sign":"malus","limit":"20","items":[
                 {"id":"l","label":"罚","rule":{"kind":"committee","input":"less","maximum":"20","members":1,"text":"罚分"}}]}],
             "vetoes":[
               {"id":"soft","label":"轻否决","grade":"B","when":[{"field":"veto","in":["soft","both"]}]},
               {"id":"hard","label":"重否决","grade":"D","when":[{"field":"veto","in":["hard","both"]}]}],
             "caps":[
               {"id":"dated","label":"三年封顶","grade":"C","when":[{"field":"cap","in":["yes"]}],
                "until":{"input":"end","years":3}},
               {"id":"low","label":"甲低封顶","grade":"B","when":[{"field":"points.a","below":"5"}]}],
             "grades":[{"code":"A","from":"80","meaning":"好"},{"code":"B","from":"60","meaning":"中"},
               {"code":"C","from":"40","meaning":"差"},{"code":"D","from":"0","meaning":"不评"}]}
            """;
    static final RatingForm FORM = RatingForms.read(JSON);

    private SmallForm() {}

    /** Rates on {@link #ON}; the values are name, text, name, text ... of the block {@code t}. */
    static Rating rate(String... pairs) {
        return rate(ON, Map.of(), pairs);
    }

    static Rating rate(LocalDate on, Map<String, Integer> drafts, String... pairs) {
        var values = new TreeMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put("t." + pairs[i], pairs[i + 1]);
        }
        var facts = new Facts(Content.of(values), Village.CODE, drafts, Map.of(), false);
        return Scoring.rate(FORM, facts, Averages.none(Village.AT), on);
    }

    /** The text of input {@code b} that gives these points: each 0.1 above 0 costs 0.1. */
    static String b(String points) {
        return new BigDecimal("30").subtract(new BigDecimal(points)).toPlainString();
    }

    static String outcome(Rating rating) {
        return rating.score().map(Numbers::plain).orElse("none") + " " + rating.byScore() + " " + rating.grade() + " "
                + rating.meaning();
    }

    static List<String> states(Rating rating) {
        var states = new ArrayList<String>();
        rating.vetoes().forEach(veto -> states.add(veto.id() + " " + veto.state()));
        rating.caps()
                .forEach(cap -> states.add(cap.id() + " " + cap.state()
                        + cap.until().map(end -> " " + end).orElse("")));
        return states;
    }
}
