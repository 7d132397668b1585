package org.tonearm.installer.pages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell in a home of its own, in which {@code tonearm} is the program as it was built. Used by
 * one thread.
 */
final class PageShell implements AutoCloseable {
  /** Far above what a block takes; what hangs is ended by it. */
  private static final int PATIENCE_SECONDS = 240;

  private static final String TONEARM =
      """
      #!/bin/bash
      # Hands a command line to the Tonearm that is running already.
      asked=$(mktemp -d "$TONEARM_ASKED/XXXXXX")
      printf '%s\\0' "$@" >"$asked/words"
      cat >"$asked/in"
      mkfifo "$asked/code"
      echo "$asked" >"$TONEARM_ASKED/pipe"
      read -r code <"$asked/code"
      cat "$asked/out"
      cat "$asked/err" >&2
      exit "$code"
      """;

  private static final String MVN =
      "#!/bin/sh\n# No build within a build; the words are looked at.\n";

  /** What a script said and how it ended. */
  record Ran(int code, String said) {}

  private final Path scratch;
  private final Process program;

  /**
   * Starts the program.
   *
   * @param scratch holds {@code home} and {@code work}, the folder that commands run in
   */
  PageShell(Path scratch) throws IOException, InterruptedException {
    this.scratch = scratch;
    for (String folder : List.of("home", "work", "bin", "asked", "tmp")) {
      Files.createDirectories(scratch.resolve(folder));
    }
    executable(scratch.resolve("bin/tonearm"), TONEARM);
    executable(scratch.resolve("bin/mvn"), MVN);
    new ProcessBuilder("mkfifo", scratch.resolve("asked/pipe").toString()).start().waitFor();
    program = start();
  }

  private Process start() throws IOException {
    Path natives = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "-Duser.home=" + scratch.resolve("home"),
            "-Djava.io.tmpdir=" + scratch.resolve("tmp"),
            "-Dorg.bytedeco.javacpp.logger=slf4j",
            "-Dorg.bytedeco.javacpp.cachedir="
                + System.getProperty("org.bytedeco.javacpp.cachedir", natives.toString()),
            "-cp",
            System.getProperty("java.class.path"),
            ProgramAtHand.class.getName(),
            scratch.resolve("asked/pipe").toString());
    return in(builder)
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("program.txt").toFile())
        .start();
  }

  /** Runs a script until its first command that fails. */
  Ran run(String script) throws IOException, InterruptedException {
    Path said = scratch.resolve("said.txt");
    Process shell =
        in(new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    shell.destroyForcibly().waitFor();
    String more = ended ? "" : "\nIt hangs.\n" + Files.readString(scratch.resolve("program.txt"));
    return new Ran(ended ? shell.exitValue() : -1, Files.readString(said) + more);
  }

  /** Processor time of the program so far; that of other programs of the scripts is not in it. */
  Duration cpu() {
    return program.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private ProcessBuilder in(ProcessBuilder builder) {
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("TONEARM_"));
    environment.put("PATH", scratch.resolve("bin") + ":" + java + ":" + path);
    environment.put("HOME", scratch.resolve("home").toString());
    environment.put("TMPDIR", scratch.resolve("tmp").toString());
    environment.put("TONEARM_ASKED", scratch.resolve("asked").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    return builder.directory(scratch.resolve("work").toFile());
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Override
  public void close() {
    program.destroyForcibly();
  }
}
