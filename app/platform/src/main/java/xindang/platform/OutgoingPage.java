package xindang.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Verdict;
import xindang.model.json.CanonicalJson;
import xindang.model.wire.ExchangeJson;
import xindang.model.wire.RedactedJson;

/**
 * Builds one page of the platform's order. Changes are sent in their original bytes. A run of changes that the device
 * already has is named by its sequence numbers and the digest of its last change.
 */
final class OutgoingPage {
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Long, byte[]> bodies = new HashMap<>();
    private final Set<Long> redacted = new HashSet<>();
    private int sent;
    private long bytes;

    /** The position of a change, and its verdict. */
    record Place(long position, long sequence, Verdict verdict, String digest, int size) {
        boolean follows(Place other) {
            return position == other.position + 1 && sequence == other.sequence + 1 && verdict == other.verdict;
        }
    }

    /** A change, or a run of changes that the device already has. */
    private record Piece(Place first, Place last, boolean held, boolean earlier) {}

    /** Adds a change to the page. Returns false if the page is full. */
    boolean add(Place place, boolean held) {
        if (held) {
            hold(place);
            return true;
        }
        if (sent >= Protocol.PAGE_CHANGES || (sent > 0 && bytes + place.size() > Protocol.PAGE_BYTES)) {
            return false;
        }
        sent++;
        bytes += place.size();
        pieces.add(new Piece(place, place, false, false));
        return true;
    }

    /**
     * Adds the changes of a record that have earlier positions than the page. Returns false if the page is full. These
     * changes stay together, so a page that contains nothing else may be larger than the limit.
     */
    boolean addEarlier(List<Place> places) {
        var size = places.stream().mapToLong(Place::size).sum();
        if (sent > 0 && (sent + places.size() > Protocol.PAGE_CHANGES || bytes + size > Protocol.PAGE_BYTES)) {
            return false;
        }
        sent += places.size();
        bytes += size;
        places.forEach(place -> pieces.add(new Piece(place, place, false, true)));
        return true;
    }

    private void hold(Place place) {
        var last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.held() && place.follows(last.last())) {
            pieces.set(pieces.size() - 1, new Piece(last.first(), place, true, false));
        } else {
            pieces.add(new Piece(place, place, true, false));
        }
    }

    /** Returns the number of changes whose bodies are sent. */
    int sent() {
        return sent;
    }

    /**
     * Sets the body of a change.
     *
     * @param isRedacted whether parts were removed; the page then also contains the digest of the whole change
     */
    void body(long position, byte[] body, boolean isRedacted) {
        bodies.put(position, body);
        if (isRedacted) {
            redacted.add(position);
        }
    }

    byte[] write(String cursor, boolean more) {
        var page = new ByteArrayOutputStream((int) bytes + pieces.size() * 150 + 100);
        // the cursor comes first: the device requests the next page while it reads this one
        page.writeBytes(text("{\"cursor\":" + CanonicalJson.write(cursor) + ",\"more\":" + more + ",\"changes\":["));
        for (var i = 0; i < pieces.size(); i++) {
            page.writeBytes(text(i == 0 ? "{" : ",{"));
            write(page, pieces.get(i));
        }
        page.writeBytes(text("]}"));
        return page.toByteArray();
    }

    private void write(ByteArrayOutputStream page, Piece piece) {
        if (piece.held()) {
            page.writeBytes(text("\"own\":"
                    + CanonicalJson.write(Map.of(
                            "digest", piece.last().digest(),
                            "first", piece.first().sequence(),
                            "last", piece.last().sequence()))));
        } else {
            var body = bodies.get(piece.first().position());
            if (body == null) {
                throw new IllegalStateException("no body at " + piece.first().position());
            }
            page.writeBytes(text(RedactedJson.isOne(body) ? "\"redacted\":" : "\"change\":"));
            page.writeBytes(body);
            if (redacted.contains(piece.first().position())) {
                page.writeBytes(text(",\"digest\":\"" + piece.first().digest() + "\""));
            }
        }
        if (piece.earlier()) {
            page.writeBytes(text(",\"earlier\":true"));
        }
        page.writeBytes(text(",\"position\":" + piece.first().position() + ",\"verdict\":\""
                + ExchangeJson.name(piece.first().verdict()) + "\"}"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
