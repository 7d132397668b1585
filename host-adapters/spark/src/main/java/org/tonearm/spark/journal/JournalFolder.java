package org.tonearm.spark.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.Bucket;
import org.tonearm.spark.store.OutputFiles;

/**
 * The journals of an output: {@code journal/bucket=00017/ATTEMPT.jsonl}. Recordings are shared out
 * into buckets by their names, so that all notes of one are found by reading little. Thread-safe.
 */
public final class JournalFolder {
  static final String ENDING = ".jsonl";

  private static final String LAYOUT = "layout.json";
  private static final int VERSION = 1;

  private final AudioStores stores;
  private final OutputFiles files;
  private final String folder;
  private final int buckets;
  private final NoteJson json = new NoteJson();

  private JournalFolder(AudioStores stores, String folder, int buckets) {
    this.stores = stores;
    this.files = new OutputFiles(stores);
    this.folder = folder;
    this.buckets = buckets;
  }

  /**
   * Opens the journals of an output, laying their folder out if there are none. To be called by one
   * process, before tasks {@link #open} it.
   *
   * @param rows how many recordings are expected; heeded the first time only
   */
  public static JournalFolder prepare(AudioStores stores, String output, long rows)
      throws IOException {
    try {
      return open(stores, output);
    } catch (FileNotFoundException e) {
      String layout = "{\"version\":" + VERSION + ",\"buckets\":" + Bucket.count(rows) + "}\n";
      new OutputFiles(stores)
          .write(AudioUri.child(folder(output), LAYOUT), layout.getBytes(StandardCharsets.UTF_8));
      return open(stores, output);
    }
  }

  /**
   * Opens the journals of an output.
   *
   * @throws FileNotFoundException if it has none
   * @throws IOException if they can't be read, or a later version of Tonearm laid them out
   */
  public static JournalFolder open(AudioStores stores, String output) throws IOException {
    String layout = AudioUri.child(folder(output), LAYOUT);
    JsonNode object = new ObjectMapper().readTree(new OutputFiles(stores).read(layout));
    if (object.path("version").asInt() != VERSION || object.path("buckets").asInt() < 1) {
      throw new IOException(
          layout + " is damaged or of a later version of Tonearm; use that, or another output");
    }
    return new JournalFolder(stores, folder(output), object.path("buckets").asInt());
  }

  private static String folder(String output) {
    return AudioUri.child(output, "journal");
  }

  /** How many buckets there are; fixed for an output. */
  public int buckets() {
    return buckets;
  }

  /** The bucket of a recording, 0 or more. */
  public int bucketOf(String uri) {
    return Bucket.of(uri, buckets);
  }

  /**
   * Opens a bucket for an attempt's notes.
   *
   * @param attempt letters, digits, dots, dashes, underscores; it may come more than once
   */
  public BucketJournal bucket(int bucket, String attempt) throws IOException {
    if (!attempt.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("no name of an attempt: " + attempt);
    }
    String name = AudioUri.child(folderOf(bucket), attempt + "-" + UUID.randomUUID());
    Set<String> known = new HashSet<>();
    return new BucketJournal(() -> read(bucket, name, known), () -> sink(name), json);
  }

  /** What is new of a bucket to an attempt: objects never change, so each is read once. */
  private BucketNotes read(int bucket, String own, Set<String> known) throws IOException {
    List<String> unknown = new ArrayList<>(files.list(folderOf(bucket)));
    unknown.removeIf(file -> file.startsWith(own) || (!grows(file) && known.contains(file)));
    BucketNotes notes = read(unknown);
    known.addAll(unknown);
    return notes;
  }

  private static boolean grows(String uri) {
    return Set.of("file", "hdfs").contains(AudioUri.scheme(uri));
  }

  private NoteSink sink(String name) throws IOException {
    return switch (AudioUri.scheme(name)) {
      case "file" -> LocalNotes.create(AudioUri.local(name + ENDING));
      case "hdfs" ->
          new StreamNotes(stores.fileSystem(name).create(AudioUri.hadoop(name + ENDING), false));
      default -> new ObjectNotes(files, name);
    };
  }

  /**
   * All notes of a bucket, of all attempts; what a killed attempt left half written is left out.
   */
  public BucketNotes read(int bucket) throws IOException {
    return read(files.list(folderOf(bucket)));
  }

  private BucketNotes read(List<String> names) throws IOException {
    List<Note> notes = new ArrayList<>();
    int damaged = 0;
    for (String file : names) {
      if (!file.endsWith(ENDING)) {
        continue;
      }
      String text = new String(files.read(file), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        int before = notes.size();
        json.read(line).ifPresent(notes::add);
        damaged += notes.size() > before || line.isEmpty() ? 0 : 1;
      }
    }
    return new BucketNotes(notes, damaged);
  }

  /** What became of the recordings of a bucket, in memory at once. */
  public Iterator<JournalRow> rows(int bucket) throws IOException {
    return new Settlement(bucket, read(bucket).notes()).rows().iterator();
  }

  /** What became of all recordings, a bucket at a time; faults are thrown unchecked. */
  public Iterator<JournalRow> rows() {
    return IntStream.range(0, buckets)
        .boxed()
        .flatMap(
            bucket -> {
              try {
                return new Settlement(bucket, read(bucket).notes()).rows().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .iterator();
  }

  private String folderOf(int bucket) {
    return AudioUri.child(folder, String.format("bucket=%05d", bucket));
  }
}
