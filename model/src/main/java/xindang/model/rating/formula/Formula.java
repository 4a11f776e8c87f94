package xindang.model.rating.formula;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * One CEL expression over named inputs. Inputs that are numbers are doubles in it, {@code true} and {@code false} are
 * booleans, all else is text. CEL is loaded when the first formula is asked, which takes half a second; forms without
 * formulas never load it.
 */
public final class Formula {
    /** Digits after the point that a result keeps, so that a double's last bits never reach a rating. */
    private static final int SCALE = 4;

    private final String expression;
    private final List<String> names;
    private volatile CelRuntime.@Nullable Program program;

    public Formula(String expression, List<String> names) {
        this.expression = expression;
        this.names = List.copyOf(names);
    }

    /** The names it needs; without one of them there is no result. */
    public List<String> names() {
        return names;
    }

    /**
     * The result as text: a number with at most four decimals, {@code true} or {@code false}, or a text; empty when an
     * input is missing or the result is no number, as after a division by zero.
     *
     * @throws AppException UNREADABLE when the expression is not valid CEL or asks for what its inputs are not
     */
    public Optional<String> value(Map<String, String> inputs) {
        var arguments = new HashMap<String, Object>();
        for (var name : names) {
            var text = inputs.get(name);
            if (text == null) {
                return Optional.empty();
            }
            arguments.put(name, typed(text));
        }
        try {
            return text(compiled().eval(arguments));
        } catch (CelEvaluationException | CelValidationException e) {
            throw new AppException(ErrorCode.UNREADABLE, "formula " + expression, e);
        }
    }

    private CelRuntime.Program compiled() throws CelValidationException, CelEvaluationException {
        var ready = program;
        if (ready == null) {
            var compiler = CelCompilerFactory.standardCelCompilerBuilder();
            names.forEach(name -> compiler.addVar(name, SimpleType.DYN));
            var checked = compiler.build().compile(expression).getAst();
            ready = CelRuntimeFactory.plannerRuntimeBuilder().build().createProgram(checked);
            program = ready;
        }
        return ready;
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            return Double.valueOf(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Optional<String> text(Object result) {
        if (result instanceof Number number) {
            var value = number.doubleValue();
            return Double.isFinite(value)
                    ? Optional.of(BigDecimal.valueOf(value)
                            .setScale(SCALE, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString())
                    : Optional.empty();
        }
        return Optional.of(result.toString());
    }
}
