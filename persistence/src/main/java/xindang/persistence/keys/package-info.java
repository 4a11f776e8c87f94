/**
 * The keys of an archive.
 * <ul>
 * <li>{@link xindang.persistence.keys.Envelope} is the file {@code archive.json}. It contains the master key, encrypted
 * once by the password and once by the {@link xindang.persistence.keys.RecoveryKey}.
 * <li>{@link xindang.persistence.keys.MasterKey} is the secret from which the keys of all files are derived.
 * <li>{@link xindang.persistence.keys.RecordKeys} is the key file {@code keys.xdk}. It contains one key for each
 * record. Erasing a person overwrites the keys of the erased records.
 * <li>{@link xindang.persistence.keys.Aead} encrypts; {@link xindang.persistence.keys.Argon2} derives a key from a
 * password.
 * </ul>
 *
 * <p>Flow: the password opens the envelope, which gives the master key. The master key gives the keys of the database
 * file, the ledger, the unsaved texts and the key file. A record key encrypts the changes of one record.
 *
 * <p>The package contains nothing about the encrypted data. Begin reading at {@link xindang.persistence.keys.Envelope}.
 */
@NullMarked
package xindang.persistence.keys;

import org.jspecify.annotations.NullMarked;
