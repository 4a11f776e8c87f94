/**
 * The sentences about violations and failures, in Chinese and English, for every front end. {@link Sentences} finds the
 * sentence of a code in {@code Sentences.properties} and fills in the arguments.
 */
@NullMarked
package xindang.model.text;

import org.jspecify.annotations.NullMarked;
