package xindang.model.archive;

import java.util.UUID;

/**
 * What the archive keeps of a rating, a query or an issued report about an erased person. It contains nothing of the
 * person.
 *
 * @param record id of the erased record
 * @param type id of its template: {@code rating}, {@code query}, {@code report}, ...
 * @param kind kind of an issued report; {@code view}, {@code print} or {@code export} of a query; empty otherwise
 * @param at time when it was made, in UTC as ISO 8601; the time of its first change when it contains none
 * @param person name of the staff member who made it; may be empty
 * @param number number of an issued report, or of the report that a query was made for; empty otherwise
 */
public record Remnant(UUID record, String type, String kind, String at, String person, String number) {}
