package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One write that is killed.
 *
 * @param java starts the writer
 * @param format of the song
 * @param original the song as it was; not to be touched
 * @param tagged the song as a write that nobody killed leaves it
 * @param folder of its own, with nothing in it
 */
record KillTrial(SubjectJava java, String format, Path original, Path tagged, Path folder) {

  /** The copy that is written to, alone in its folder. */
  Path song() {
    return folder.resolve("music").resolve(original.getFileName());
  }

  Path journal() {
    return folder.resolve("state").resolve("journal.db");
  }

  /** The same with a writer that is started by way of another program. */
  KillTrial by(List<String> prefix) {
    return new KillTrial(java.by(prefix, List.of()), format, original, tagged, folder);
  }

  /** The same elsewhere. */
  KillTrial in(Path other) {
    return new KillTrial(java, format, original, tagged, other);
  }

  /** The same with another song to compare with. */
  KillTrial comparedWith(Path other) {
    return new KillTrial(java, format, original, other, folder);
  }

  private Path warmUp() {
    return folder.resolve("warm");
  }

  private Path trace() {
    return folder.resolve("trace.txt");
  }

  /** Copies the song to its place. */
  void lay() throws IOException {
    Files.createDirectories(song().getParent());
    Files.copy(original, song(), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Copies the song and starts a process that waits to write it. */
  SubjectProcess start(String mode) throws IOException {
    lay();
    return SubjectProcess.writing(java, mode, song(), journal(), warmUp());
  }

  /** Writes under strace's eyes. */
  List<Strace.Call> watched() throws IOException, InterruptedException {
    return seen(List.of(), false).calls();
  }

  /** Kills before a system call is carried out. */
  KillPhase killAt(Strace.Call call) throws IOException, InterruptedException {
    List<Strace.Call> calls = seen(call.hindered("signal=SIGKILL"), true).calls();
    return KillPhase.of(calls.subList(0, calls.size() - 1), song());
  }

  private Seen seen(List<String> options, boolean killed) throws IOException, InterruptedException {
    Seen seen = hindered("write", options);
    if (seen.killed() != killed) {
      throw new IOException(folder + " was to be killed: " + killed + ", " + options);
    }
    return seen;
  }

  /** What strace saw, and what the writer said last. */
  record Seen(List<Strace.Call> calls, boolean killed, List<String> told) {}

  /** Writes while strace does something to a system call. */
  private Seen hindered(String mode, List<String> options)
      throws IOException, InterruptedException {
    try (SubjectProcess subject = start(mode);
        Strace strace = Strace.attach(subject.ready(), trace(), options)) {
      subject.go();
      List<String> told = subject.rest();
      subject.exit();
      return new Seen(strace.calls(), strace.killed(), told);
    }
  }

  /** What strace saw, whether it made a call of this trial fail, and what the writer said. */
  record Served(List<Strace.Call> calls, boolean injected, List<String> told) {}

  /** Likewise, by a subject that serves. */
  Served served(SubjectProcess subject, List<String> options)
      throws IOException, InterruptedException {
    lay();
    try (Strace strace = Strace.attach(subject.ready(), trace(), options)) {
      List<String> told = subject.serve(song(), journal());
      strace.detach();
      return new Served(strace.calls(), strace.injected(folder), told);
    }
  }

  /** Kills a while after the write began; a write that was faster ends in peace. */
  KillPhase killAfter(long nanos) throws IOException, InterruptedException {
    try (SubjectProcess subject = start("steps")) {
      subject.ready();
      subject.go();
      LockSupport.parkNanos(nanos);
      subject.kill();
      return KillPhase.told(subject.rest());
    }
  }

  /** Kills as soon as a step is told of; by then the write may have gone on. */
  KillPhase killOnceTold(WriteStep step) throws IOException, InterruptedException {
    try (SubjectProcess subject = start("steps")) {
      subject.ready();
      subject.go();
      List<String> told = new ArrayList<>();
      for (String line = subject.line(); line != null; line = subject.line()) {
        told.add(line);
        if (line.equals(step.name())) {
          break;
        }
      }
      subject.kill();
      told.addAll(subject.rest());
      return KillPhase.told(told);
    }
  }

  KillJudge.Question question(String stage) {
    return new KillJudge.Question(stage, song(), original, tagged);
  }
}
