/** Formulas of rating forms in CEL: they do no I/O, always end, and are the only part of the model that knows CEL. */
@NullMarked
package xindang.model.rating.formula;

import org.jspecify.annotations.NullMarked;
