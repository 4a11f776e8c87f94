package xindang.model.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.law.Gate;
import xindang.model.template.Field;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;

/** Reads the cell of the loan balance that names who lent: {@code 信用社3万，邮储2万}, {@code 5万（农信社）}. */
final class LoanText {
    private static final String BALANCE = "finance.loanBalance";
    private static final String LOANS = "finance.loans";
    private static final Pattern DIVIDER = Pattern.compile("[、，,；;/\\n]+|\\s+(?=[^0-9])");
    private static final String LENDER = "[^0-9０-９()（）]*(?:行|社|信用|邮储|农商|农信|小贷|基金|公司)[^0-9０-９()（）]*?";
    private static final Pattern BEFORE = Pattern.compile("(" + LENDER + ")[:：]?\\s*([0-9０-９].*)");
    private static final Pattern BEHIND = Pattern.compile("([0-9０-９][^()（）]*?)\\s*[(（](" + LENDER + ")[)）]");

    private LoanText() {}

    /**
     * Returns the loans and their sum, by path; empty when the text names no lender, or one part of it cannot be read.
     *
     * @param context the context of the column, with its unit
     */
    static Optional<Map<String, String>> read(Template template, String path, String text, ReadingContext context) {
        var amount = template.field(LOANS + ".*.balance");
        var lender = template.field(LOANS + ".*.institution");
        if (!path.equals(BALANCE) || amount.isEmpty() || lender.isEmpty()) {
            return Optional.empty();
        }
        var parts = DIVIDER.split(text.strip());
        var values = new LinkedHashMap<String, String>();
        var amounts = new ArrayList<BigDecimal>();
        values.put(LOANS, "");
        for (var i = 0; i < parts.length; i++) {
            var loan = loan(parts[i].strip());
            if (loan.isEmpty()) {
                return Optional.empty();
            }
            var name = read(template, lender.get(), loan.get().get(0), context);
            var number = read(template, amount.get(), loan.get().get(1), context);
            if (name.isEmpty() || number.isEmpty() || !number.get().matches("[0-9.]+")) {
                return Optional.empty();
            }
            values.put(LOANS + ".i" + (i + 1) + ".institution", name.get());
            values.put(LOANS + ".i" + (i + 1) + ".balance", number.get());
            amounts.add(new BigDecimal(number.get()));
        }
        values.put(
                BALANCE,
                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
        return Optional.of(values);
    }

    private static Optional<List<String>> loan(String part) {
        var before = BEFORE.matcher(part);
        if (before.matches()) {
            return Optional.of(List.of(before.group(1), before.group(2)));
        }
        var behind = BEHIND.matcher(part);
        return behind.matches() ? Optional.of(List.of(behind.group(2), behind.group(1))) : Optional.empty();
    }

    private static Optional<String> read(Template template, Field field, String text, ReadingContext context) {
        return Gate.read(template, field, text.strip(), context).value();
    }
}
