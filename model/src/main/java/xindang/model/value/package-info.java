/**
 * The values an archive is made of, and how they are read from what people type: numbers of persons and organisations,
 * divisions, phones, money, areas, dates, counts, names. Reading normalises the form and never guesses the content.
 */
@NullMarked
package xindang.model.value;

import org.jspecify.annotations.NullMarked;
