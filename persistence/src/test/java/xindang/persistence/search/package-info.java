/** Tests of the pinyin table. */
@NullMarked
package xindang.persistence.search;

import org.jspecify.annotations.NullMarked;
