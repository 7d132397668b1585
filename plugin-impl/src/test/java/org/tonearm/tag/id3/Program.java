package org.tonearm.tag.id3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program that serves as an oracle. */
record Program(List<String> command) {

  static Program ffmpeg() {
    return installed("ffmpeg", List.of("ffmpeg"), "-version");
  }

  static Program kid3() {
    return installed("kid3-cli", List.of("kid3-cli"), "--help");
  }

  /** A Python with mutagen, that runs a script of the test resources. */
  static Program mutagen(String script, Path folder) {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      Program program = new Program(List.of(python));
      if (program.answers("-c", "import mutagen")) {
        Path copy = folder.resolve(script);
        try (var in = Program.class.getResourceAsStream(script)) {
          Files.write(copy, in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return new Program(List.of(python, copy.toString()));
      }
    }
    return absent("mutagen", "python3-mutagen");
  }

  /** Runs it to its end, and returns what it printed. */
  String run(String... arguments) {
    try {
      Process process = start(arguments);
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(command + " failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Program installed(String debianPackage, List<String> command, String probe) {
    Program program = new Program(command);
    return program.answers(probe) ? program : absent(command.get(0), debianPackage);
  }

  private static Program absent(String name, String debianPackage) {
    assumeTrue(false, name + " is not installed (Debian package " + debianPackage + ")");
    throw new AssertionError("unreachable");
  }

  private boolean answers(String... arguments) {
    try {
      Process process = start(arguments);
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> line = Stream.concat(command.stream(), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
