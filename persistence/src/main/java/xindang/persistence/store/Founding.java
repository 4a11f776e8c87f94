package xindang.persistence.store;

import java.util.UUID;

/**
 * The owner of an archive.
 *
 * @param region division code of the office, 12 digits
 * @param user name of the user
 * @param device id of the device
 * @param person id of the user
 */
public record Founding(String region, String user, String device, UUID person) {}
