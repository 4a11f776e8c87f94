/** What is searched of a subject: names, pinyin, initials, numbers and phones from both ends. */
@NullMarked
package xindang.persistence.search;

import org.jspecify.annotations.NullMarked;
