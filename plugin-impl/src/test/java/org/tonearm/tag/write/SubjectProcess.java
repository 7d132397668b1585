package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link KillSubject} at work, in a process of its own. */
final class SubjectProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private SubjectProcess(SubjectJava java, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(java.command());
    command.add(KillSubject.class.getName());
    command.addAll(arguments);
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Begins; {@link #ready} must follow. */
  static SubjectProcess writing(SubjectJava java, String mode, Path song, Path journal, Path warmUp)
      throws IOException {
    return new SubjectProcess(
        java, List.of(mode, song.toString(), journal.toString(), warmUp.toString()));
  }

  /** Does one thing to many songs, and waits for the end. */
  static List<String> all(SubjectJava java, String verb, Path list)
      throws IOException, InterruptedException {
    try (SubjectProcess subject = new SubjectProcess(java, List.of(verb, list.toString()))) {
      List<String> lines = subject.rest();
      assertThat(subject.exit()).as("end of '" + verb + "': " + lines).isZero();
      return lines;
    }
  }

  /** Waits until it is about to begin; gives the number of the thread that will write. */
  String ready() throws IOException {
    String line = said.readLine();
    if (line == null || !line.startsWith("ready ")) {
      throw new IOException("the subject said " + line);
    }
    return line.substring("ready ".length());
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** One more song for a subject that serves, once it is ready; gives what it says of it. */
  List<String> serve(Path song, Path journal) throws IOException {
    process
        .getOutputStream()
        .write((song + "\t" + journal + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); !"over".equals(line); line = said.readLine()) {
      if (line == null) {
        throw new IOException("the subject ended, and said " + lines);
      }
      lines.add(line);
    }
    return lines;
  }

  /** No more songs. */
  void dismiss() throws IOException, InterruptedException {
    process.getOutputStream().close();
    rest();
    assertThat(exit()).isZero();
  }

  /** The next line that it says; null at its end. */
  String line() throws IOException {
    return said.readLine();
  }

  /** All that it says up to its end. */
  List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  /** SIGKILL; what it had said can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  int exit() throws InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the subject ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
