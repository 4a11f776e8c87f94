/**
 * The rules of the law. Every boundary of the program (form, draft, import, edit, push, pull, screen, rating, report,
 * export) calls {@link Gate} and contains no rule of its own. Most rules are pure functions of template, content and
 * day.
 *
 * <ul>
 * <li>征信业管理条例 article 14(1), never collected: {@link ForbiddenWords} finds the words, {@link TemplateCheck} checks
 * templates.
 * <li>Article 14(2), written consent: {@link Consents} decides which items are unlocked. {@link RecordCheck} refuses to
 * save a value of a locked item, and {@link Lawful} hides it. {@link ConsentRow} is one consent, {@link ConsentCheck}
 * protects the rows as proofs, {@link Refusals} lists refused items.
 * <li>Article 16, five years: {@link Retention} finds expired rows, {@link Past} hides former values.
 * <li>个人信息保护法 article 23, passing on: {@link PassOn}. Articles 28 and 31, biometric features and children:
 * {@link ForbiddenKind} and {@link Children}.
 * </ul>
 *
 * <p>{@link RecordCheck} checks a typed change before a save. For a change of another office, the platform calls
 * {@link Scrutiny#objections}; the checks are in {@link Arriving}. Platform and client replace its forbidden values by
 * marks ({@link Withholding}). Before anything is shown, rated or printed, {@link Lawful} removes locked, expired and
 * withheld values.
 *
 * <p>{@link SureDay} decides which day the rules use, because the clock may be wrong. The package saves and deletes
 * nothing itself. Begin with {@link Gate}, then read {@link Lawful}.
 */
@NullMarked
package xindang.model.law;

import org.jspecify.annotations.NullMarked;
