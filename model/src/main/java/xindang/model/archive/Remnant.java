package xindang.model.archive;

import java.util.UUID;

/**
 * What is still said of a rating, a query or an issued report about a person who was erased: nothing of the person.
 *
 * @param record id of the erased record
 * @param type of its template: {@code rating}, {@code query}, {@code report}, ...
 * @param kind of an issued report; of a query {@code view}, {@code print} or {@code export}; empty otherwise
 * @param at when it was made, in UTC as ISO 8601; the time of its first change when it does not say it
 * @param person name of the staff member who made it; may be empty
 * @param number of an issued report, or of the report that a query was made for; empty otherwise
 */
public record Remnant(UUID record, String type, String kind, String at, String person, String number) {}
