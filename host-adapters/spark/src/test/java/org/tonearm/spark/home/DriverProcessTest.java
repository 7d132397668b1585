package org.tonearm.spark.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriverProcessTest {
  @TempDir private Path folder;

  @Test
  void sparksLibrariesComeBeforeTonearms() throws Exception {
    List<String> command = command(Map.of());
    String classPath = command.get(command.indexOf("-cp") + 1);
    assertThat(classPath).startsWith(folder.resolve("jars").toString());
    assertThat(command).startsWith(folder.resolve("java/bin/java").toString());
    assertThat(command).endsWith("Main", "report", "--json");
    assertThat(command).anyMatch(option -> option.startsWith("-Dtonearm.cluster.jars="));
    assertThat(command).noneMatch(option -> option.startsWith("-Xmx"));
  }

  @Test
  void theDriverHasTheMemoryThatSparkIsToldOf() throws Exception {
    assertThat(command(Map.of("spark.driver.memory", "3g"))).contains("-Xmx3g");
    assertThat(DriverProcess.memory("512")).contains("-Xmx512m");
    assertThat(DriverProcess.memory("2048MB")).contains("-Xmx2048m");
  }

  @Test
  void foldersOfSettingsAreOnTheClassPath() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    String text =
        new DriverClassPath(
                new SparkHome(folder, folder.resolve("natives")),
                Map.of("HADOOP_CONF_DIR", "/etc/hadoop"),
                "/lib/a.jar" + File.pathSeparator + "/lib/logback-1.jar",
                Map.of("spark.jars", "file:///own/c.jar,s3a://jars/d.jar"))
            .text();
    assertThat(text.split(File.pathSeparator))
        .containsExactly(
            conf.toString(),
            folder.resolve("jars").resolve("*").toString(),
            "/etc/hadoop",
            "/lib/a.jar",
            "/own/c.jar");
    Path other = Files.createDirectories(folder.resolve("other"));
    assertThat(
            new DriverClassPath(
                    new SparkHome(folder, folder.resolve("natives")),
                    Map.of("SPARK_CONF_DIR", other.toString()),
                    "/lib/a.jar",
                    Map.of())
                .text())
        .startsWith(other + File.pathSeparator);
  }

  @Test
  void aJarIsSentOnceAndWithItsNatives() throws Exception {
    Path natives = Files.createDirectories(folder.resolve("natives"));
    Path whole = Files.createFile(natives.resolve("sqlite-jdbc-3.jar"));
    assertThat(shipped("/lib/tonearm.jar", "/lib/sqlite-jdbc-3.jar", "/lib/nd4j-api-1.jar"))
        .containsExactlyInAnyOrder("/lib/tonearm.jar", whole.toString());
  }

  @Test
  void withoutNativesToSendThereIsNoJobOnACluster() throws Exception {
    String classPath = "/lib/tonearm.jar" + File.pathSeparator + "/opt/tonearm/lib/natives";
    assertThat(classPath(classPath).shipsNatives()).isFalse();
    assertThat(classPath(classPath + File.pathSeparator + "/lib/ffmpeg-8-1.5.jar").shipsNatives())
        .isFalse();
    Path natives = Files.createDirectories(folder.resolve("natives"));
    Files.createFile(natives.resolve("ffmpeg-8-1.5-linux-x86_64.jar"));
    assertThat(classPath(classPath).shipsNatives()).isTrue();
  }

  @Test
  void thePackForCardsIsSent() throws Exception {
    assertThat(shipped("/lib/a.jar", "/p/nd4j-api-1.jar", "/p/nd4j-cuda-11.6-1.jar"))
        .containsExactly("/lib/a.jar", "/p/nd4j-api-1.jar", "/p/nd4j-cuda-11.6-1.jar");
    assertThat(shipped("/lib/a.jar", "/p/nd4j-api-1.jar", "/p/cuda-13.1-1-linux-x86_64.jar"))
        .containsExactly("/lib/a.jar", "/p/cuda-13.1-1-linux-x86_64.jar");
  }

  private List<String> shipped(String... own) throws Exception {
    String classPath = String.join(File.pathSeparator, Arrays.asList(own));
    return classPath(classPath).shipped();
  }

  private DriverClassPath classPath(String own) {
    SparkHome home = new SparkHome(folder, folder.resolve("natives"));
    return new DriverClassPath(home, Map.of(), own, Map.of());
  }

  private List<String> command(Map<String, String> settings) throws Exception {
    return new DriverProcess(
            new SparkHome(folder, folder.resolve("natives")), "Main", "local[2]", settings)
        .command(new JavaHome(folder.resolve("java")), List.of("report", "--json"));
  }
}
