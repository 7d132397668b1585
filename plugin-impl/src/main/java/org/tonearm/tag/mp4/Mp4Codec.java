package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Tags of m4a, m4b, mp4 and alac files, spliced atom by atom.
 *
 * <p>Genre: {@code ©gen} as text, one {@code data} atom a value; {@code gnre} is read as a word and
 * gives way to {@code ©gen} when the genre is set. Mood: {@code ----:com.apple.iTunes:MOOD}, found
 * in any case of the name. Comment: {@code ©cmt}. Provenance: {@code
 * ----:com.apple.iTunes:TONEARM}. All other atoms, padding's content included, keep their bytes;
 * the chunk tables ({@code stco}, {@code co64}) alone follow the audio where it has to move. Where
 * more than these would have to follow (fragments, {@code iloc}, {@code saio}), an edit that does
 * not fit into the padding is refused with {@code unsupported-structure}.
 *
 * <p>The audio's hash covers the bodies of all {@code mdat} atoms in file order. A track's hash
 * among the snapshot's other items takes chunk offsets relative to the atom they point into, so
 * that it changes if and only if an offset leads to other audio than before.
 *
 * <p>Thread-safe and stateless. A {@code moov} of up to 256 MiB is held in memory, the rest is
 * streamed.
 */
public final class Mp4Codec implements TagCodec {
  private static final String OTHER_PROGRAM =
      "Check that the file plays to its end; if it does, save it once with another tag editor.";

  /** Needs nothing. */
  public Mp4Codec() {}

  @Override
  public TagKind kind() {
    return TagKind.MP4;
  }

  @Override
  public String id() {
    return "mp4";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    return Brands.recognise(head);
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new SnapshotReader(Mp4Source.open(channel), new FieldItems(profile)).read();
    } catch (StructureException e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public TagLayout layout(Path file) throws TagException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Mp4Shape.of(Mp4Source.open(channel)).write();
    } catch (StructureException e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    ItemEdit itemEdit = new ItemEdit(edit, new FieldItems(profile));
    try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      Mp4Source opened = Mp4Source.open(from);
      if (itemEdit.makesGenre(opened.tree().items())
          && !UserData.texts(opened, FieldItems.GENRE_TEXT).isEmpty()) {
        throw StructureException.unsupported(
            "the genre stands in QuickTime's form ('udta/©gen'), and a second one beside it would"
                + " contradict it");
      }
      new Rewriter(opened, itemEdit.restoring(), Mp4Shape.read(edit.layout()))
          .write(itemEdit.apply(opened.tree().items()), to);
    } catch (StructureException e) {
      throw refused(source, e);
    } catch (IOException e) {
      throw failed(source, e);
    }
  }

  @Override
  public boolean sameItems(FieldState one, FieldState other) {
    try {
      return PlacedItems.fromBytes(one.raw()).sameItems(PlacedItems.fromBytes(other.raw()));
    } catch (StructureException e) {
      return false;
    }
  }

  private static TagException refused(Path file, StructureException e) {
    String remedy =
        switch (e.code()) {
          case "changed-meanwhile" -> "Try again when no other program writes to the file.";
          case "unsupported-structure" ->
              "The file was left alone; convert it to a plain m4a (not fragmented) to tag it.";
          default -> OTHER_PROGRAM;
        };
    return new TagException(e.code(), file + ": " + e.getMessage(), remedy, e);
  }

  private static TagException failed(Path file, IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return new TagException(
          "missing", missing.getFile() + ": no such file", "Scan the folder again.", e);
    }
    if (e instanceof AccessDeniedException denied) {
      return new TagException(
          "unreadable",
          denied.getFile() + ": access denied",
          "Give yourself the right to read the file and to write to its folder.",
          e);
    }
    return new TagException(
        "io", file + ": " + e.getMessage(), "Check the disk and its free space.", e);
  }
}
