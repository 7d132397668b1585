package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.tonearm.spark.journal.Begun;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.States;
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
  private final CodecRegistry codecs = CodecRegistry.installed();
  private final TagWriter writer = new TagWriter(codecs, new ByCodecReader(codecs));
  private final Path copies;
  private BucketJournal journal;
  private int bucket = -1;

  Desk(AudioStores stores, JournalFolder folder, ApplySettings settings) throws IOException {
    this.stores = stores;
    this.folder = folder;
    this.settings = settings;
    this.copies = Files.createTempDirectory("tonearm-apply-");
  }

  AudioStores stores() {
    return stores;
  }

  ApplySettings settings() {
    return settings;
  }

  CodecRegistry codecs() {
    return codecs;
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
      if (TemporaryName.matches(copy) && (begun.writer().ended() || forgotten(copy))) {
        Files.deleteIfExists(copy);
        if (journal.intents(begun.uri()).stream().noneMatch(i -> i.id().equals(begun.id()))) {
          journal.append(interrupted(begun.id(), begun.uri()), false);
        }
      }
    }
  }

  private static boolean forgotten(Path copy) throws IOException {
    if (Files.notExists(copy, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    long changed = FileIdentity.of(copy).changed();
    return changed > 0 && now - changed > FORGOTTEN_NANOS;
  }

  static End interrupted(String id, String uri) {
    return new End(
        id,
        uri,
        States.FAILED,
        "",
        "interrupted",
        "the process ended before the recording was replaced",
        Instant.now());
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
