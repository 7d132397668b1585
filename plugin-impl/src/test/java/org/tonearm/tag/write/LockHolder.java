package org.tonearm.tag.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another program that locks a song or a journal for as long as it is told to. */
final class LockHolder implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  LockHolder() throws IOException {
    List<String> command = new ArrayList<>(SubjectJava.plain().command());
    command.add(Program.class.getName());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  void lockSong(Path song) throws IOException {
    tell("song " + song, "locked");
  }

  /** Nobody else may write to it. */
  void lockJournal(Path journal) throws IOException {
    tell("journal " + journal, "locked");
  }

  /** Nobody else may even read it; only for one that nobody has open. */
  void lockWholeJournal(Path journal) throws IOException {
    tell("whole " + journal, "locked");
  }

  void release() throws IOException {
    tell("release 0", "released");
  }

  /** Returns at once. */
  void releaseAfter(long millis) throws IOException {
    tell("release " + millis, null);
  }

  /** Waits for the end of a release that was to come later. */
  void released() throws IOException {
    expect("released");
  }

  private void tell(String order, String answer) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    if (answer != null) {
      expect(answer);
    }
  }

  private void expect(String answer) throws IOException {
    String line = said.readLine();
    if (!answer.equals(line)) {
      throw new IOException("the holder of locks said " + line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What runs in the process. */
  static final class Program {
    private Program() {}

    /** Takes orders a line each, and answers each when it is carried out. */
    public static void main(String[] arguments) throws Exception {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      AutoCloseable held = () -> {};
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
          case "song" -> held = song(Path.of(words[1]));
          case "journal" -> held = journal(words[1], "BEGIN IMMEDIATE");
          case "whole" ->
              held = journal(words[1], "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE");
          case "release" -> {
            Thread.sleep(Long.parseLong(words[1]));
            held.close();
          }
          default -> throw new IllegalArgumentException(line);
        }
        System.out.println(words[0].equals("release") ? "released" : "locked");
      }
    }

    private static AutoCloseable song(Path song) throws IOException {
      FileChannel channel = FileChannel.open(song, StandardOpenOption.WRITE);
      channel.lock();
      return channel;
    }

    private static AutoCloseable journal(String journal, String... statements) throws Exception {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      return connection;
    }
  }
}
