/**
 * Writes data of an archive as bytes and reads it again. The package opens no file and does not merge.
 *
 * <p>{@link xindang.persistence.codec.Compact} writes a change or the content of a record in a short binary form.
 * {@link xindang.persistence.codec.Vocabulary} replaces texts that repeat (paths, template ids, device ids) by numbers.
 * {@link xindang.persistence.codec.Sealing} encrypts a change with the key of its record.
 * {@link xindang.persistence.codec.StateJson} writes conflicts and states of a record as JSON. Smaller classes turn
 * times, statuses and division codes into the numbers of the tables.
 *
 * <p>An earlier version of the program may have stored received changes that it could not read or judge.
 * {@link xindang.persistence.codec.Understood} judges them by the law each time this version reads them.
 *
 * <p>Begin reading at {@code Sealing}: it shows how one change is encrypted and stored.
 */
@NullMarked
package xindang.persistence.codec;

import org.jspecify.annotations.NullMarked;
