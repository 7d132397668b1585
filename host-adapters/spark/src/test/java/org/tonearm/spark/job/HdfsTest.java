package org.tonearm.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.bench.Tunes;
import org.tonearm.spark.report.Counts;
import org.tonearm.spark.write.Allowed;

/** Recordings and tables in HDFS, a namenode and a datanode of this process. */
final class HdfsTest {
  private static final int PIECES = 7;

  @TempDir private static Path folder;

  @BeforeAll
  static void spark() throws Exception {
    TestHome.demandJava();
    TestHome.make();
  }

  @Test
  void recordingsAreHeardThereAndGetSidecars() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("dfs.replication", "1");
    try (MiniDFSCluster hdfs =
        new MiniDFSCluster.Builder(
                configuration, Files.createDirectory(folder.resolve("d")).toFile())
            .numDataNodes(1)
            .build()) {
      hdfs.waitActive();
      FileSystem files = hdfs.getFileSystem();
      put(files);
      Map<String, Integer> before = content(files, "/music");
      String root = hdfs.getURI().toString();

      ByteArrayOutputStream told = new ByteArrayOutputStream();
      try (Cluster cluster =
          new Cluster(
              request(root), "test", true, new PrintStream(told, true, StandardCharsets.UTF_8))) {
        assertThat(cluster.analyze()).isEqualTo(new Counts(PIECES, PIECES, 0, 0, 0, 0, 0));
        // Streamed, with all that a local copy would have told.
        assertThat(
                SparkSession.active()
                    .read()
                    .parquet(root + "/results/scores")
                    .where("tags is not null and complete and fingerprint != ''")
                    .count())
            .isEqualTo(PIECES);
        long planned = cluster.plan().planned();
        assertThat(planned).isPositive();
        assertThat(cluster.apply().written()).isEqualTo(planned);
        assertThat(content(files, "/results/sidecars")).hasSize((int) planned);
        assertThat(told.toString(StandardCharsets.UTF_8))
            .contains("and get sidecars below " + root);
        assertThat(cluster.undo()).isEqualTo(new Counts(PIECES, PIECES, 0, 0, planned, 0, planned));
        assertThat(content(files, "/results/sidecars")).isEmpty();
      }
      assertThat(content(files, "/music")).isEqualTo(before);
    }
  }

  private static JobRequest request(String root) {
    return new JobRequest(
        "local-cluster[1,1,1024]",
        List.of(root + "/music"),
        root + "/results",
        TestHome.conf(),
        Optional.empty(),
        Map.of("thresholds.min-genre", "0", "thresholds.min-mood", "0"),
        false,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        new Allowed(false, false));
  }

  /** HDFS knows no colons in names. */
  private static void put(FileSystem files) throws Exception {
    for (Path piece : Tunes.of(folder.resolve("library"), PIECES, 8)) {
      String place = "/music/" + piece.getParent().getFileName() + "/";
      String name = piece.getFileName().toString().replace(':', ';');
      try (OutputStream out =
          files.create(new org.apache.hadoop.fs.Path(null, null, place + name))) {
        Files.copy(piece, out);
      }
    }
  }

  /** Hashes of what files hold, by their paths. */
  private static Map<String, Integer> content(FileSystem files, String place) throws Exception {
    Map<String, Integer> hashes = new HashMap<>();
    List<org.apache.hadoop.fs.Path> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listed =
        files.listFiles(new org.apache.hadoop.fs.Path(place), true);
    while (listed.hasNext()) {
      found.add(listed.next().getPath());
    }
    for (org.apache.hadoop.fs.Path path : found) {
      try (InputStream in = files.open(path)) {
        hashes.put(path.toString(), java.util.Arrays.hashCode(in.readAllBytes()));
      }
    }
    return hashes;
  }
}
