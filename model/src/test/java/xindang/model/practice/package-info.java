/** Tests of invented people. Each invented value is written in every form and read again. */
@NullMarked
package xindang.model.practice;

import org.jspecify.annotations.NullMarked;
