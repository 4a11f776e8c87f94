/**
 * The search keys of a subject: name, pinyin, initials, number and phone. Number and phone are also stored backwards,
 * to find them by their last digits. {@link xindang.persistence.search.SearchKeys} builds them.
 * {@link xindang.persistence.fold} stores them, and {@link xindang.persistence.store} searches them.
 */
@NullMarked
package xindang.persistence.search;

import org.jspecify.annotations.NullMarked;
