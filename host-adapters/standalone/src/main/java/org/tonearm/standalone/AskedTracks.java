package org.tonearm.standalone;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tonearm.api.Track;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;

/**
 * Tracks that another program asks for while the run goes on: a line each, either a file's name as
 * UTF-8 text or its {@code file:} address, percent-encoded. A track's origin says which line it was
 * ({@link #origin}). One thread reads the stream; tracks may be taken by several, one at a time.
 */
final class AskedTracks implements Iterator<Track> {
  private static final int AHEAD = 64;
  private static final long POLL_MILLIS = 100;
  private static final int LONGEST_BYTES = 1 << 16;
  private static final int ECHOED = 200;
  private static final Line END = new Line("", false, true);

  /**
   * What was sent.
   *
   * @param cut true if it was longer than any name, and is not kept in full
   * @param last true for the end, which is no line
   */
  private record Line(String text, boolean cut, boolean last) {}

  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(AHEAD);
  private final Cancellation cancellation;
  private final Consumer<TrackOutcome> unanswerable;
  private long taken;
  private boolean ended;
  private Track next;

  private AskedTracks(Cancellation cancellation, Consumer<TrackOutcome> unanswerable) {
    this.cancellation = cancellation;
    this.unanswerable = unanswerable;
  }

  /**
   * Begins to read.
   *
   * @param in read to its end, on a thread of its own, since nothing wakes a blocked read
   * @param cancellation ends the listing
   * @param unanswerable told of each line that names no file, on the thread that takes tracks
   */
  static AskedTracks of(
      InputStream in, Cancellation cancellation, Consumer<TrackOutcome> unanswerable) {
    AskedTracks asked = new AskedTracks(cancellation, unanswerable);
    Thread reader = new Thread(() -> asked.read(in), "tonearm-asked");
    reader.setDaemon(true);
    reader.start();
    return asked;
  }

  /** What tracks of a line, counted from 1, carry as their origin. */
  static String origin(long line) {
    return "line " + line;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended && !cancellation.requested()) {
        Line line = lines.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (line != null && line.last()) {
          ended = true;
        } else if (line != null) {
          take(line);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return next != null;
  }

  @Override
  public Track next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Track track = next;
    next = null;
    return track;
  }

  private void take(Line line) {
    String origin = origin(++taken);
    try {
      next = new Track(path(line), origin);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      unanswerable.accept(
          TrackOutcome.failed(
              new Track(Path.of(""), origin),
              new TrackProblem(
                  "bad-line",
                  "'"
                      + shortened(line.text())
                      + "': this is no name of a file ("
                      + shortened(String.valueOf(e.getMessage()))
                      + ").",
                  "Send one file a line: its name in UTF-8, or its address, file:///…")));
    }
  }

  private static Path path(Line line) {
    if (line.cut()) {
      throw new IllegalArgumentException("it is longer than " + LONGEST_BYTES + " bytes");
    }
    String text = line.text();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the line is empty");
    }
    return text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
  }

  private static String shortened(String text) {
    return text.length() <= ECHOED ? text : text.substring(0, ECHOED) + "…";
  }

  private void read(InputStream in) {
    try {
      try {
        readLines(new BufferedInputStream(in));
      } catch (IOException e) {
        // Who asked is gone: as at the end.
      } finally {
        lines.put(END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A line ends with a line feed alone, or with a carriage return before it: a name may hold one.
   */
  private void readLines(InputStream in) throws IOException, InterruptedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean cut = false;
    boolean begun = false;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        lines.put(line(line, cut));
        line.reset();
        cut = false;
        begun = false;
      } else {
        begun = true;
        if (line.size() < LONGEST_BYTES) {
          line.write(next);
        } else {
          cut = true;
        }
      }
    }
    if (begun) {
      lines.put(line(line, cut));
    }
  }

  /** A line that is no UTF-8 becomes the name of a file that is not there, and is told so. */
  private static Line line(ByteArrayOutputStream bytes, boolean cut) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return new Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, cut, false);
  }
}
