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
 * @param format of the song
 * @param original the song as it was; not to be touched
 * @param tagged the song as a write that nobody killed leaves it
 * @param folder of its own, with nothing in it
 */
record KillTrial(String format, Path original, Path tagged, Path folder) {

  /** The copy that is written to, alone in its folder. */
  Path song() {
    return folder.resolve("music").resolve(original.getFileName());
  }

  Path journal() {
    return folder.resolve("state").resolve("journal.db");
  }

  private Path warmUp() {
    return folder.resolve("warm");
  }

  private Path trace() {
    return folder.resolve("trace.txt");
  }

  /** Copies the song and starts a process that waits to write it. */
  SubjectProcess start(String mode) throws IOException {
    Files.createDirectories(song().getParent());
    Files.copy(original, song(), StandardCopyOption.COPY_ATTRIBUTES);
    return SubjectProcess.writing(mode, song(), journal(), warmUp());
  }

  /** Writes under strace's eyes; nobody is killed unless the options say so. */
  List<Strace.Call> watched(List<String> options) throws IOException, InterruptedException {
    try (SubjectProcess subject = start("write");
        Strace strace = Strace.attach(subject.ready(), trace(), options)) {
      subject.go();
      subject.rest();
      subject.exit();
      return strace.calls();
    }
  }

  /** Kills before a system call is carried out. */
  KillPhase killAt(Strace.Call call) throws IOException, InterruptedException {
    List<Strace.Call> calls =
        watched(List.of("inject=" + call.name() + ":signal=SIGKILL:when=" + call.ordinal()));
    return KillPhase.of(calls.subList(0, calls.size() - 1), song());
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
