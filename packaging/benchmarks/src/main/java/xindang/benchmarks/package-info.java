/**
 * Benchmarks of the product. Each measures the product and a simple baseline in the same run and reports their ratio.
 * {@link xindang.benchmarks.All} runs them and prints the table for {@code docs/performance.md}.
 */
@NullMarked
package xindang.benchmarks;

import org.jspecify.annotations.NullMarked;
