package xindang.persistence.store;

import java.util.UUID;

/**
 * For whom an archive was created.
 *
 * @param region division code of the office, 12 digits
 * @param user name of the user
 * @param device id of the device
 * @param person id of the user
 */
public record Founding(String region, String user, String device, UUID person) {}
