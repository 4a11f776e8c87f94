package xindang.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/**
 * Makes and finds one-time codes for enrolments. Each code is a small file, named by the digest of the code. The
 * platform reads the file when a device uses the code. Therefore another process can make a code, whether the platform
 * runs or not, and needs no second connection to the database. The code itself is not stored.
 */
final class OneTimeCodes {
    /** Digits and letters that people do not confuse when they read them aloud or copy them by hand. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{3}|[1-9]\\d{5}|[1-9]\\d{8}|[1-9]\\d{11}");

    private final Path directory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private OneTimeCodes(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Returns the codes of the platform in this directory. */
    static OneTimeCodes in(Path data, Clock clock) {
        return new OneTimeCodes(place(data), clock);
    }

    /** Returns true if the directory contains a folder for codes. Starting a platform or making a code creates it. */
    static boolean existIn(Path data) {
        return Files.isDirectory(place(data));
    }

    private static Path place(Path data) {
        return data.resolve("codes");
    }

    /**
     * Creates the folder for codes.
     *
     * @throws AppException USAGE if it cannot be created
     */
    void createDirectory() {
        try {
            PlatformDatabase.privateDirectory(directory);
        } catch (IOException e) {
            throw new AppException(ErrorCode.USAGE, "cannot write " + directory, e, directory.toString());
        }
    }

    /**
     * Makes a code, such as {@code 7K3M-QX9P-2HVA}.
     *
     * @param region division code of 4, 6, 9 or 12 digits
     * @param validity how long the code can be used
     * @throws AppException USAGE if the region is not a division code
     */
    String issue(String region, Duration validity) {
        if (!isRegion(region)) {
            throw new AppException(ErrorCode.USAGE, "not a division code of 4, 6, 9 or 12 digits", region);
        }
        var letters = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                letters.append('-');
            }
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var code = letters.toString();
        store(hash(code), region, clock.instant().plus(validity));
        return code;
    }

    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Returns the digest of a typed code. Case, spaces and hyphens are ignored. */
    static String hash(String typed) {
        return Digest.of(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-－—]", ""));
    }

    /** Returns the stored code with this digest, if there is one. */
    Optional<StoredCode> find(String hash) {
        try {
            var json = JsonValue.parse(Files.readString(file(hash)));
            return Optional.of(new StoredCode(json.text("region"), Instant.ofEpochMilli(json.number("expires"))));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot read code", e);
        }
    }

    /** Deletes the file of a code after the code was copied into the database. */
    void remove(String hash) {
        try {
            Files.deleteIfExists(file(hash));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot remove code", e);
        }
    }

    private void store(String hash, String region, Instant expires) {
        var json = CanonicalJson.write(Map.of("region", region, "expires", expires.toEpochMilli()));
        createDirectory();
        try {
            var part = directory.resolve(hash + ".part");
            Files.write(
                    part,
                    json.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DSYNC);
            Files.move(part, file(hash), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AppException(ErrorCode.USAGE, "cannot write " + directory, e, directory.toString());
        }
    }

    private Path file(String hash) {
        return directory.resolve(hash + ".json");
    }

    /** A stored code that was not used yet. */
    record StoredCode(String region, Instant expires) {}
}
