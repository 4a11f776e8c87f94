/**
 * The model of a credit archive: its data, its use cases and the rules of the law. It does not depend on screen,
 * database or network.
 *
 * <p>Packages from the bottom up: {@code common}, {@code json}, {@code value}, {@code region}, {@code archive},
 * {@code template}, {@code law}, {@code exchange}, {@code wire}, {@code keeping}, {@code rating}, {@code intake},
 * {@code report}. Each has a description of its own. Begin with {@code archive}; docs/architecture.md shows how the
 * modules use it.
 */
@NullMarked
package xindang.model;

import org.jspecify.annotations.NullMarked;
