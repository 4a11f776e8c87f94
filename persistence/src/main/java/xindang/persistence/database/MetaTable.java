package xindang.persistence.database;

import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.TypeInfo;
import org.h2.value.Typed;
import org.h2.value.VersionedValue;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * Reads the statements that H2 runs when it opens a file, without opening it in H2. A file from another place may
 * contain statements that run foreign code before the first query.
 */
final class MetaTable {
    /** The map in which H2 stores all statements. Its columns are id, head, type and statement. */
    private static final String MAP = "table.0";

    private static final Typed[] COLUMNS = {
        TypeInfo.TYPE_INTEGER, TypeInfo.TYPE_INTEGER, TypeInfo.TYPE_INTEGER, TypeInfo.TYPE_VARCHAR
    };
    private static final int STATEMENT = 3;

    private MetaTable() {}

    /**
     * Returns the statements of a file, in the order of their ids.
     *
     * @param name file name as H2 opens it, with its ending
     * @throws AppException FILE_DAMAGED if it cannot be read
     */
    static List<String> statements(String name, char[] password) {
        try (var store = new MVStore.Builder()
                .fileName(name)
                .encryptionKey(password.clone())
                .readOnly()
                .open()) {
            var rows = RowFactory.getDefaultRowFactory()
                    .createRowFactory(null, CompareMode.getInstance(null, 0), null, COLUMNS, null, false)
                    .getRowDataType();
            MVMap<Long, VersionedValue<SearchRow>> map = store.openMap(
                    MAP,
                    new MVMap.Builder<Long, VersionedValue<SearchRow>>()
                            .keyType(LongDataType.INSTANCE)
                            .valueType(new VersionedValueType<>(rows)));
            var statements = new ArrayList<String>();
            for (var value : map.values()) {
                add(statements, value.getCurrentValue());
                if (value.getOperationId() != 0) {
                    add(statements, value.getCommittedValue());
                }
            }
            return statements;
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new AppException(ErrorCode.FILE_LOCKED, "database in use", e, name, "")
                    : damaged(e);
        } catch (RuntimeException e) {
            throw damaged(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw damaged(e);
        }
    }

    private static AppException damaged(Throwable cause) {
        return new AppException(
                ErrorCode.FILE_DAMAGED, "the statements of the database", cause, Database.NAME + Database.ENDING);
    }

    private static void add(List<String> statements, SearchRow row) {
        if (row != null) {
            statements.add(String.valueOf(row.getValue(STATEMENT).getString()));
        }
    }
}
