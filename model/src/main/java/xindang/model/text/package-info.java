/** The sentences in which people are told of violations and failures, in Chinese and English, for every front end. */
@NullMarked
package xindang.model.text;

import org.jspecify.annotations.NullMarked;
