import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.FileUtils;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A real Neo4j with Bolt and auth on, run as source by start-neo4j.ts. Its arguments are the folder for its data and
 * the port, 0 for a free one. It removes the folder when it ends: on SIGTERM, or when its standard input closes, which
 * happens however the parent dies. Once it was killed, another may go on with the folder.
 */
class Neo4jForTests {
  private static DatabaseManagementService neo4j;

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
    try {
      System.out.println("ready on port " + start(folder, port));
      while (System.in.read() != -1) {}
      System.exit(0);
    } catch (Throwable problem) {
      // Without this, threads of a Neo4j that only half started would keep the process alive.
      problem.printStackTrace();
      System.exit(1);
    }
  }

  /** Start and stop exclude each other, so that nothing is written after the folder has gone. */
  private static synchronized int start(Path folder, int port) {
    // Benchmarks measure it with the memory and the plans that docker-compose.yml gives it.
    var isAsServed = Boolean.getBoolean("oversight.asServed");
    neo4j = new DatabaseManagementServiceBuilder(folder)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(isAsServed ? 512 : 64))
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        // Every test begins with an empty graph: without this each would plan anew what the one before it asked.
        .setConfig(
            GraphDatabaseSettings.cypher_min_replan_interval, isAsServed ? Duration.ofSeconds(10) : Duration.ofHours(1))
        // Neo4j would wait ten seconds at the end for clients that have nothing more to say.
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofSeconds(1))
        .build();
    var system = (GraphDatabaseAPI) neo4j.database("system");
    var password = System.getenv("NEO4J_FOR_TESTS_PASSWORD");
    // A folder that was used before has it, and Neo4j takes no password for a new one that is the old one.
    if (password != null)
      system.executeTransactionally(
          "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    var ports = system.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    return ports.getLocalAddress(ConnectorType.BOLT).getPort();
  }

  private static synchronized void stop(Path folder) {
    try {
      if (neo4j != null) neo4j.shutdown();
      FileUtils.deleteDirectory(folder);
    } catch (IOException problem) {
      problem.printStackTrace();
    }
  }
}
