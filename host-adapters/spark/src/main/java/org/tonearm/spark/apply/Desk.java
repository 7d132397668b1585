package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tonearm.spark.engine.Scratch;
import org.tonearm.spark.journal.Begun;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.TemporaryName;
import org.tonearm.tag.secondreader.ByCodecReader;
import org.tonearm.tag.write.TagWriter;

/**
 * What the jobs of one task have in common: codecs, writer, a folder for copies, and the journal of
 * the bucket at hand. Confined to one thread.
 */
final class Desk implements AutoCloseable {
  /** After so long nobody is at work on a copy any more, wherever that was. */
  private static final long FORGOTTEN_NANOS = TimeUnit.MINUTES.toNanos(30);

  private final AudioStores stores;
  private final JournalFolder folder;
  private final ApplySettings settings;
  private final TagWriter writer;
  private final Path copies;
  private final List<String> warnings = new ArrayList<>();
  private BucketJournal journal;
  private int bucket = -1;

  Desk(AudioStores stores, JournalFolder folder, ApplySettings settings) throws IOException {
    this.stores = stores;
    this.folder = folder;
    this.settings = settings;
    this.writer = new TagWriter(settings.codecs(), new ByCodecReader(settings.codecs()));
    this.copies = Scratch.folder("tonearm-apply-");
  }

  AudioStores stores() {
    return stores;
  }

  ApplySettings settings() {
    return settings;
  }

  CodecRegistry codecs() {
    return settings.codecs();
  }

  TagWriter writer() {
    return writer;
  }

  /** A local folder for copies of what lies elsewhere. */
  Path copies() {
    return copies;
  }

  int bucketOf(String uri) {
    return folder.bucketOf(uri);
  }

  /** The journal of a recording's bucket; that of the bucket before is closed. */
  BucketJournal journal(String uri) throws IOException {
    int wanted = folder.bucketOf(uri);
    if (wanted != bucket) {
      closeJournal();
      journal = folder.bucket(wanted, settings.attempt());
      bucket = wanted;
      tidy();
    }
    return journal;
  }

  /** Removes copies that killed processes left beside recordings. */
  private void tidy() throws IOException {
    for (Begun begun : journal.unended()) {
      Path copy = AudioUri.local(begun.temporary());
      // The journal is a file that others may write to: never delete what is not named as ours.
      if (TemporaryName.matches(copy)
          && removed(copy, begun)
          && journal.intents(begun.uri()).stream().noneMatch(i -> i.id().equals(begun.id()))) {
        journal.append(End.interrupted(begun.id(), begun.uri()), false);
      }
    }
  }

  /** A copy that can't be removed is told, and costs nothing but its room. */
  private boolean removed(Path copy, Begun begun) {
    try {
      if (begun.writer().ended() || forgotten(copy)) {
        Files.deleteIfExists(copy);
        return true;
      }
    } catch (NoSuchFileException e) {
      return true; // another task was quicker
    } catch (IOException e) {
      warnings.add(
          copy + ", a copy that a killed task left, could not be removed: " + e.getMessage());
    }
    return false;
  }

  /** What is to be told since this was asked last. */
  List<String> takeWarnings() {
    List<String> taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  private static boolean forgotten(Path copy) throws IOException {
    if (Files.notExists(copy, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    long changed = FileIdentity.of(copy).changed();
    return changed > 0 && now - changed > FORGOTTEN_NANOS;
  }

  private void closeJournal() throws IOException {
    if (journal != null) {
      BucketJournal open = journal;
      journal = null;
      bucket = -1;
      open.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeJournal();
    if (Files.isDirectory(copies)) {
      try (var left = Files.newDirectoryStream(copies)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(copies);
    }
  }
}
