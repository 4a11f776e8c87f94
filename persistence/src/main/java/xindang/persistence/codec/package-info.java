/**
 * How data of an archive is written as bytes, and read again. This package opens no file and knows no rule of merging.
 *
 * <p>{@link xindang.persistence.codec.Compact} writes a change or the content of a record in a short binary form.
 * {@link xindang.persistence.codec.Vocabulary} replaces texts that repeat (paths, template ids, device ids) by numbers.
 * {@link xindang.persistence.codec.Sealing} encrypts a change with the key of its record.
 * {@link xindang.persistence.codec.StateJson} writes conflicts and states of a record as JSON. Smaller classes turn times,
 * statuses and division codes into numbers of the tables.
 *
 * <p>{@link xindang.persistence.codec.Understood} asks the law about changes that an earlier version kept unread, because
 * they were not judged when they arrived.
 *
 * <p>Begin with {@code Sealing}: it shows the way of one change from plain to stored.
 */
@NullMarked
package xindang.persistence.codec;

import org.jspecify.annotations.NullMarked;
