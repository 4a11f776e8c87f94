/** The archive on disk: encrypted database, ledger, search, attachments, spreadsheets and keys. */
@NullMarked
package xindang.persistence;

import org.jspecify.annotations.NullMarked;
