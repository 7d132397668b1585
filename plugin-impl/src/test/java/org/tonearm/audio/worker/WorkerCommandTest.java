package org.tonearm.audio.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.audio.FfmpegDecoder;

final class WorkerCommandTest {
  @TempDir Path folder;

  /** As an executor of Spark does, which fetches the jars of a job. */
  @Test
  void nativesOfAHostThatLoadsPluginsReachTheWorker() throws Exception {
    Path natives = Files.createFile(folder.resolve("ffmpeg-9-linux x86_64.jar"));
    List<URL> jars = new ArrayList<>();
    for (Class<?> needed : List.of(FfmpegDecoder.class, AudioDecoder.class)) {
      jars.add(needed.getProtectionDomain().getCodeSource().getLocation());
    }
    jars.add(natives.toUri().toURL());
    jars.add(new URL("http://localhost/elsewhere.jar"));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader host = new URLClassLoader(jars.toArray(URL[]::new), platform)) {
      @SuppressWarnings("unchecked")
      Class<? extends AudioDecoder> decoder =
          (Class<? extends AudioDecoder>) host.loadClass(FfmpegDecoder.class.getName());
      List<String> command = WorkerCommand.of(decoder);
      String classPath = command.get(command.indexOf("-cp") + 1);
      assertThat(classPath.split(File.pathSeparator))
          .contains(natives.toString())
          .noneMatch(entry -> entry.contains("elsewhere"));
    }
  }
}
