package xindang.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresPlatformTest extends PlatformContract {
    private static EmbeddedPostgres server;

    private boolean emptied;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        execute("checkpoint");
        server.close();
    }

    @Override
    Platform.Config config(Path directory, SetClock time) {
        if (!emptied) {
            emptied = true;
            execute(
                    """
                    do $$
                    declare t record;
                    begin
                      for t in select tablename from pg_tables
                        where schemaname = 'public' and tablename not in ('flyway_schema_history', 'ticket') loop
                        execute 'delete from ' || t.tablename;
                      end loop;
                      if to_regclass('public.ticket') is not null then
                        update ticket set position = 0;
                      end if;
                    end $$""");
        }
        return Platform.Config.local(0, directory, TEMPLATES, time)
                .withDatabase(server.getJdbcUrl("postgres", "postgres"));
    }

    private static void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
