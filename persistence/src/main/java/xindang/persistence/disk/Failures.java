package xindang.persistence.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import xindang.model.common.AppException;

/** Translates failures of disk and database into error codes, which have messages for people. */
public final class Failures {
    private Failures() {}

    public static AppException of(String doing, IOException e) {
        if (full(e)) {
            return new AppException(xindang.model.common.ErrorCode.DISK_FULL, doing, e);
        }
        if (e instanceof NoSuchFileException) {
            return new AppException(xindang.model.common.ErrorCode.NOT_FOUND, doing, e, String.valueOf(e.getMessage()));
        }
        return forbidden(e)
                .map(file -> new AppException(xindang.model.common.ErrorCode.NOT_WRITTEN, doing, e, file))
                .orElseGet(() -> new AppException(
                        xindang.model.common.ErrorCode.UNREADABLE, doing, e, String.valueOf(e.getMessage()), "disk"));
    }

    /**
     * Returns the file or folder that cannot be written, because the user has no permission or the disk is read-only.
     */
    private static Optional<String> forbidden(IOException e) {
        return e instanceof FileSystemException file
                        && (e instanceof AccessDeniedException
                                || String.valueOf(file.getReason())
                                        .toLowerCase(Locale.ROOT)
                                        .contains("read-only"))
                ? Optional.ofNullable(file.getFile())
                : Optional.empty();
    }

    public static AppException of(String doing, SQLException e) {
        return new AppException(code(e), doing, e);
    }

    /** Translates an exception of jOOQ, which contains the SQLException as its cause. */
    public static AppException of(String doing, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                return new AppException(code(sql), doing, e);
            }
        }
        return new AppException(xindang.model.common.ErrorCode.INTERNAL, doing, e);
    }

    /** Translates an error of the virtual machine. For example, a damaged page may claim a very large size. */
    public static AppException of(String doing, VirtualMachineError e) {
        return new AppException(xindang.model.common.ErrorCode.INTERNAL, doing, e);
    }

    /** Returns the failure for a file that cannot be repaired: FILE_DAMAGED with its name. */
    public static AppException lost(String file) {
        return new AppException(xindang.model.common.ErrorCode.FILE_DAMAGED, "too much is lost of " + file, file);
    }

    /**
     * Returns true if the database file may be damaged. H2 reports a damaged page by many different errors, among them
     * a lack of memory. Damage and a program error cannot be distinguished.
     */
    public static boolean isDamage(AppException e) {
        return e.code() == xindang.model.common.ErrorCode.FILE_DAMAGED
                || e.code() == xindang.model.common.ErrorCode.INTERNAL;
    }

    private static xindang.model.common.ErrorCode code(SQLException e) {
        if (full(e)) {
            return xindang.model.common.ErrorCode.DISK_FULL;
        }
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> xindang.model.common.ErrorCode.FILE_LOCKED;
            case ErrorCode.FILE_ENCRYPTION_ERROR_1,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.WRONG_PASSWORD_FORMAT,
                    ErrorCode.WRONG_USER_OR_PASSWORD,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.GENERAL_ERROR_1 -> xindang.model.common.ErrorCode.FILE_DAMAGED;
            default -> xindang.model.common.ErrorCode.INTERNAL;
        };
    }

    private static boolean full(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException
                    && (message.contains("no space left")
                            || message.contains("not enough space")
                            || message.contains("空间不足")
                            || message.contains("quota"))) {
                return true;
            }
            // a failed batch has no cause; its first failure is the next exception
            if (cause instanceof SQLException sql && full(sql.getNextException())) {
                return true;
            }
        }
        return false;
    }
}
