package org.tonearm.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.write.Allowed;

final class SessionTest {
  @TempDir private Path folder;

  @Test
  void jarsOfTheUsersOwnComeBesideTonearms() {
    JobRequest request = request("spark://host:7077", Map.of("spark.jars", "/own/committer.jar"));
    assertThat(Session.conf(request, "analyze", false, "/lib/a.jar,/lib/b.jar").get("spark.jars"))
        .isEqualTo("/lib/a.jar,/lib/b.jar,/own/committer.jar");
    assertThat(
            Session.conf(request("local[2]", Map.of()), "plan", false, "/lib/a.jar")
                .contains("spark.jars"))
        .isFalse();
  }

  @Test
  void tablesAreMarkedAsWholeWhateverASiteSays() {
    String mark = "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs";
    for (Map<String, String> given : List.of(Map.<String, String>of(), Map.of(mark, "false"))) {
      assertThat(Session.conf(request("local[2]", given), "analyze", false, "").get(mark))
          .isEqualTo("true");
    }
  }

  @Test
  void settingsInFilesOfTheDriverReachExecutors() throws Exception {
    Files.writeString(
        folder.resolve("core-site.xml"),
        "<configuration><property><name>fs.s3a.endpoint</name><value>http://store:9000</value>"
            + "</property></configuration>");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader site = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(site);
      Configuration settings = new Configuration();
      settings.set("fs.s3a.access.key", "key");
      Map<String, String> sent = Session.hadoop(settings);
      assertThat(sent)
          .containsEntry("fs.s3a.endpoint", "http://store:9000")
          .containsEntry("fs.s3a.access.key", "key")
          .doesNotContainKey("io.file.buffer.size");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static JobRequest request(String master, Map<String, String> conf) {
    return new JobRequest(
        master,
        List.of(),
        "/out",
        conf,
        Optional.empty(),
        Map.of(),
        false,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        new Allowed(false, false));
  }
}
