package org.tonearm.tag.planfile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes a plan, one track a line, as the tracks come. The file appears under its name when it is
 * complete, and not before. Confined to one thread.
 */
public final class PlanFileWriter implements AutoCloseable {
  /** Raised by one with each change that older versions would misread. */
  static final int VERSION = 1;

  static final String FORMAT = "tonearm-plan";

  /** What a plan begins with, whatever a JSON editor made of its spaces and lines. */
  private static final String START = "{\"format\":\"" + FORMAT + "\"";

  private static final int LONGEST_START = 256;
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private final ObjectMapper mapper = new ObjectMapper();
  private final TrackJson json = new TrackJson();
  private final Path file;
  private final Path unfinished;
  private final Writer out;
  private boolean any;
  private boolean complete;
  private IOException broken;

  PlanFileWriter(Path file, Path unfinished, Writer out) {
    this.file = file;
    this.unfinished = unfinished;
    this.out = out;
  }

  /**
   * Begins a plan; an older plan, or an empty file, of that name is replaced when the new one is
   * complete. Any other file is left alone: it may be a track, named in the wrong place.
   *
   * @throws PlanFileException {@code target-exists} for such a file; {@code plan-io} if the plan
   *     can't be made
   */
  public static PlanFileWriter create(Path file, PlanHeader header) throws PlanFileException {
    Path target = file.toAbsolutePath();
    // Two runs may make a plan of one name; the one that ends last prevails, whole.
    Path unfinished =
        target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
    try {
      refuseToReplace(target);
      Writer out =
          Files.newBufferedWriter(
              unfinished,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
      PlanFileWriter writer = new PlanFileWriter(target, unfinished, out);
      writer.begin(header);
      return writer;
    } catch (IOException e) {
      throw fault(target, e);
    }
  }

  /**
   * Adds a track. Once that failed there will be no plan: it would lack a track, or half of one.
   *
   * @throws UncheckedIOException if the disk is full or gone, or was when another one was added
   */
  public void add(PlannedTrack track) {
    try {
      if (broken != null) {
        throw broken;
      }
      out.write(any ? ",\n" : "\n");
      any = true;
      out.write(mapper.writeValueAsString(json.write(track)));
    } catch (IOException e) {
      broken = e;
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the plan and gives it its name.
   *
   * @throws PlanFileException if that fails, or another file has come there; there is no plan then
   */
  public void complete() throws PlanFileException {
    try {
      if (broken != null) {
        throw broken;
      }
      out.write("\n]}\n");
      out.close();
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true); // before an older plan goes
      }
      refuseToReplace(file); // hours later, it may be another one
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      complete = true;
    } catch (IOException e) {
      throw fault(file, e);
    }
  }

  /** Whether it was. */
  public boolean completed() {
    return complete;
  }

  /** Removes what was written unless the plan was completed. */
  @Override
  public void close() throws PlanFileException {
    if (!complete) {
      try {
        try {
          out.close();
        } finally {
          Files.deleteIfExists(unfinished); // also where the disk is too full to close it well
        }
      } catch (IOException e) {
        throw fault(file, e);
      }
    }
  }

  private static void refuseToReplace(Path target) throws IOException, PlanFileException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !replaceable(target)) {
      throw new PlanFileException(
          "target-exists",
          target + ": the plan would take the place of a file that is no plan",
          "Name a file that is not there, with --output.",
          null);
    }
  }

  private static boolean replaceable(Path target) throws IOException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(target)) {
      String start = new String(in.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
      return start.isEmpty() || WHITE.matcher(start).replaceAll("").startsWith(START);
    }
  }

  private void begin(PlanHeader header) throws IOException {
    out.write(START + ",\"version\":" + VERSION + ",\"created\":");
    out.write(mapper.writeValueAsString(header.created().toString()));
    out.write(",\n\"commandLine\":" + mapper.writeValueAsString(header.commandLine()));
    out.write(",\n\"profile\":" + mapper.writeValueAsString(header.profile()));
    out.write(",\n\"tracks\":[");
  }

  /** Of a failed {@link #add}. */
  public static PlanFileException fault(Path file, IOException e) {
    return new PlanFileException(
        "plan-io",
        file + ": the plan could not be written: " + e.getMessage(),
        "Choose a folder that may be written and has room, with --output.",
        e);
  }
}
