/**
 * Benchmarks of the product. Each measures the product and a simple baseline in the same run and reports their ratio.
 * <ul>
 * <li>{@link xindang.benchmarks.All} runs each benchmark in its own process and prints one table.
 * <li>{@code ImportBenchmark}, {@code SearchBenchmark}, {@code ReportBenchmark}, {@code ExchangeBenchmark} and
 * {@code WindowBenchmark} measure one use each.
 * <li>{@code PlainDatabase}, {@code PlainChanges}, {@code BarePaper} and {@code BareWindow} are the baselines.
 * <li>{@code Meter} measures time, and {@code Result} is one line of the table.
 * </ul>
 *
 * <p>A benchmark prints its results as lines, and {@code All} reads them. A person copies the results to
 * {@code docs/performance.md}. The build compiles the benchmarks, but does not run them. All people are invented, from
 * fixed seeds. Begin reading at {@link xindang.benchmarks.All}.
 */
@NullMarked
package xindang.benchmarks;

import org.jspecify.annotations.NullMarked;
