package org.tonearm.run.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Who holds the lock, as the lock's file tells it in three lines: process, start, command line.
 *
 * @param pid the process's number
 * @param since when it took the lock
 * @param commandLine as the user gave it, on one line
 */
record Holder(long pid, Instant since, String commandLine) {
  private static final int MOST_BYTES = 8_192;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  static Holder own(String commandLine) {
    return new Holder(
        ProcessHandle.current().pid(), Instant.now(), commandLine.replaceAll("\\R", " "));
  }

  /** Empty if the file says nothing sensible: its holder has not written it yet, perhaps. */
  static Optional<Holder> read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    int count = channel.read(bytes, 0);
    if (count <= 0) {
      return Optional.empty();
    }
    List<String> lines =
        new String(bytes.array(), 0, count, StandardCharsets.UTF_8).lines().toList();
    try {
      return lines.size() < 3
          ? Optional.empty()
          : Optional.of(
              new Holder(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  void write(FileChannel channel) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(pid + "\n" + since + "\n" + commandLine + "\n");
    channel.truncate(0);
    while (text.hasRemaining()) {
      channel.write(text, text.position());
    }
  }

  /** For people: {@code process 4711, since 14:02: tonearm tag Music}. */
  String shown(ZoneId zone, LocalDate today) {
    ZonedDateTime start = since.atZone(zone);
    boolean recent = start.toLocalDate().equals(today);
    return "process "
        + pid
        + ", since "
        + start.format(recent ? TIME : DAY)
        + (commandLine.isBlank() ? "" : ": " + commandLine);
  }
}
