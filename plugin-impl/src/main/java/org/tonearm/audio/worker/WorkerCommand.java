package org.tonearm.audio.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Loader;
import org.tonearm.api.audio.AudioDecoder;

/** The command line of a worker: the Java that runs this process, kept small and quick to start. */
final class WorkerCommand {
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx128m",
          "-Xss1m",
          "-XX:+UseSerialGC",
          // Nearly all work is native: the first compiler's code will do.
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          // A crash is told in one sentence; its long report would lie in the user's folder.
          "-XX:+ErrorFileToStderr",
          "-XX:-CreateCoredumpOnCrash",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED");

  /** What the worker must agree on with this process, or unpacks natives by. */
  private static final List<String> PASSED_ON =
      List.of(
          "file.encoding",
          "sun.jnu.encoding",
          "java.io.tmpdir",
          "java.library.path",
          "user.home",
          "org.bytedeco.javacpp.cachedir");

  private WorkerCommand() {}

  /**
   * @param decoder run by the worker
   */
  static List<String> of(Class<? extends AudioDecoder> decoder) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.addAll(OPTIONS);
    for (String name : PASSED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        command.add("-D" + name + "=" + value);
      }
    }
    command.add("-cp");
    command.add(classPath(decoder));
    command.add(DecoderProcess.class.getName());
    command.add(decoder.getName());
    return command;
  }

  private static Path java() {
    boolean windows = File.separatorChar == '\\';
    return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
  }

  /** That of this process, with what a worker needs in front: jars behind that are never opened. */
  private static String classPath(Class<? extends AudioDecoder> decoder) {
    Set<String> entries = new LinkedHashSet<>();
    for (Class<?> needed :
        List.of(
            DecoderProcess.class, AudioDecoder.class, decoder, Loader.class, AVRational.class)) {
      String entry = entryOf(needed);
      if (entry != null) {
        entries.add(entry);
      }
    }
    List<String> all = new ArrayList<>();
    all.addAll(jarsOf(decoder.getClassLoader()));
    all.addAll(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)));
    all.stream().filter(WorkerCommand::holdsNatives).forEach(entries::add);
    entries.addAll(all);
    return String.join(File.pathSeparator, entries);
  }

  private static boolean holdsNatives(String entry) {
    String name = new File(entry).getName();
    return name.startsWith("ffmpeg-") || name.startsWith("javacpp-") || name.equals("natives");
  }

  /** Of a host that loads plugins, such as a Spark executor: no class path names these. */
  private static List<String> jarsOf(ClassLoader loader) {
    List<String> jars = new ArrayList<>();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader urls) {
        Arrays.stream(urls.getURLs())
            .map(WorkerCommand::file)
            .filter(Objects::nonNull)
            .forEach(jars::add);
      }
    }
    return jars;
  }

  private static String entryOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : file(source.getLocation());
  }

  /** Null for what is no plain file: the whole class path stands behind. */
  private static String file(URL location) {
    try {
      return Path.of(location.toURI()).toString();
    } catch (URISyntaxException | RuntimeException e) {
      return null;
    }
  }
}
