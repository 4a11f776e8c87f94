package xindang.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.ExchangeStore;
import xindang.model.exchange.PulledPage;
import xindang.model.exchange.Redacted;
import xindang.model.exchange.Verdict;

/** Reads a page of the platform's order from a stream of JSON. */
final class PageJson {
    private PageJson() {}

    /**
     * Reads a page. If a change has a member that its format does not have, refuses the whole page, because dropping
     * the member would lose data without notice.
     *
     * @param next receives the cursor of the next page, when there is one, as soon as it is read
     */
    static PulledPage read(JsonParser in, String page, Consumer<String> next) throws IOException {
        expect(in.nextToken(), JsonToken.START_OBJECT);
        var changes = List.<ExchangeStore.Arrival>of();
        String cursor = null;
        Boolean more = null;
        var announced = false;
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            var token = in.nextToken();
            switch (name) {
                case "changes" -> changes = arrivals(in, page);
                case "cursor" -> cursor = text(in);
                case "more" -> more = token == JsonToken.VALUE_TRUE;
                default -> in.skipChildren();
            }
            if (!announced && cursor != null && more != null && more) {
                announced = true;
                next.accept(cursor);
            }
        }
        expect(in.currentToken(), JsonToken.END_OBJECT);
        return new PulledPage(changes, there(cursor), more != null && more);
    }

    private static List<ExchangeStore.Arrival> arrivals(JsonParser in, String page) throws IOException {
        expect(in.currentToken(), JsonToken.START_ARRAY);
        var arrivals = new ArrayList<ExchangeStore.Arrival>();
        var digest = new ChangeDigest();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            arrivals.add(arrival(in, page, digest));
        }
        return arrivals;
    }

    private static ExchangeStore.Arrival arrival(JsonParser in, String page, ChangeDigest digest) throws IOException {
        expect(in.currentToken(), JsonToken.START_OBJECT);
        Change change = null;
        String named = null;
        Run own = null;
        Redacted redacted = null;
        Long position = null;
        Verdict verdict = null;
        var earlier = false;
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            var token = in.nextToken();
            switch (name) {
                case "change" -> change = ChangeJson.read(in, page);
                case "redacted" -> redacted = RedactedJson.read(in);
                case "digest" -> named = text(in);
                case "own" -> own = run(in);
                case "position" -> position = number(in);
                case "verdict" -> verdict = ExchangeJson.verdict(text(in));
                case "earlier" -> earlier = token == JsonToken.VALUE_TRUE;
                default -> in.skipChildren();
            }
        }
        var place = there(position);
        if (own != null) {
            return new ExchangeStore.Returned(place, own.first(), own.last(), own.digest(), there(verdict));
        }
        if (redacted != null) {
            return new ExchangeStore.Emptied(place, redacted, there(verdict));
        }
        var pulled = there(change);
        return new ExchangeStore.Pulled(
                place, pulled.atPosition(place), there(verdict), named == null ? digest.of(pulled) : named, earlier);
    }

    private record Run(long first, long last, String digest) {}

    private static Run run(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.START_OBJECT);
        Long first = null;
        Long last = null;
        String digest = null;
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "first" -> first = number(in);
                case "last" -> last = number(in);
                case "digest" -> digest = text(in);
                default -> in.skipChildren();
            }
        }
        return new Run(there(first), there(last), there(digest));
    }

    private static String text(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.VALUE_STRING);
        return in.getText();
    }

    private static long number(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    private static void expect(@Nullable JsonToken found, JsonToken token) {
        if (found != token) {
            throw new AppException(ErrorCode.UNREADABLE, token + " expected, " + found + " found");
        }
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new AppException(ErrorCode.UNREADABLE, "a page misses something");
        }
        return value;
    }
}
