/** Tests of the encryption and of the envelope. */
@NullMarked
package xindang.persistence.keys;

import org.jspecify.annotations.NullMarked;
