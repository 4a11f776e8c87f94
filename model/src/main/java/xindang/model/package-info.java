/**
 * The model of a credit archive: its data, its use cases and the rules of the law. It does not depend on screen,
 * database or network.
 *
 * <p>Packages from the bottom up: {@code common}, {@code text}, {@code json}, {@code value}, {@code region},
 * {@code archive}, {@code template}, {@code law}, {@code exchange}, {@code wire}, {@code keeping}, {@code rating},
 * {@code intake}, {@code report}. {@code shipped} loads the templates of the program, and {@code practice} makes
 * invented people. Each package has its own description. Begin with {@code archive}. The file docs/architecture.md
 * shows how the other modules use the model.
 */
@NullMarked
package xindang.model;

import org.jspecify.annotations.NullMarked;
