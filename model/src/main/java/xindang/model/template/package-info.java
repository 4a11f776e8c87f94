/**
 * Templates: the items of each kind of record, as versioned data with a digest.
 *
 * <ul>
 * <li>{@link Template} is one version. It consists of {@link Block}, {@link Field} and {@link CodeTable};
 * {@link TemplateJson} reads it.
 * <li>{@link FieldType} describes the canonical text of each type. {@link FieldReader} reads a typed text into it, and
 * {@link FieldText} formats it for a reader.
 * <li>{@link LegalClass} is the class of an item by law, {@link Term} a legal term, {@link Masking} and
 * {@link MergePolicy} further rules.
 * <li>{@link Condition} is one test of a value. {@link Check} is a check between fields; {@link Checks} runs them and
 * reports an {@link Oddity}.
 * <li>{@link Completeness} and {@link IncompleteRows} report missing items.
 * </ul>
 *
 * <p>Forms, import, reports, search and merge all read the template, so a new item needs no code. This package contains
 * the legal class and the term of an item; the package {@code law} applies them. docs/templates.md describes the JSON.
 * Begin with {@link Field}, then read {@link Template}.
 */
@NullMarked
package xindang.model.template;

import org.jspecify.annotations.NullMarked;
