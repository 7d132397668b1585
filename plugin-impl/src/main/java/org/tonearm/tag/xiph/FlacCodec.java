package org.tonearm.tag.xiph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * FLAC (RFC 9639): the VORBIS_COMMENT block is replaced in its place, every other block, foreign
 * ID3 tags and the frames are copied as they are. Where the file has enough padding the audio stays
 * at its offset, and an edit taken back gives back the very file. Stateless; for any thread.
 */
public final class FlacCodec implements TagCodec {
  private static final byte[] NO_MAGIC = {};

  /** Stateless. */
  public FlacCodec() {}

  @Override
  public TagKind kind() {
    return TagKind.VORBIS;
  }

  @Override
  public String id() {
    return "flac";
  }

  /**
   * {@inheritDoc}
   *
   * <p>ID3v2 tags in front are stepped over; where they are longer than the head, the name decides.
   */
  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    long at = 0;
    while (at <= head.length) {
      long length = FlacLayout.id3v2Length(head, (int) at);
      if (length < 0) {
        byte[] magic = Arrays.copyOfRange(head, (int) at, (int) at + 4);
        return magic[0] == 'f' && magic[1] == 'L' && magic[2] == 'a' && magic[3] == 'C';
      }
      at += length;
    }
    return lowerCaseExtension.equals("flac");
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    try (SourceFile source = SourceFile.open(file)) {
      FlacLayout layout = FlacLayout.read(source);
      VorbisComment comment = comment(source, layout);
      List<CommentEntry> entries = comment == null ? List.of() : comment.entries();
      Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
      for (TagField field : TagField.values()) {
        fields.put(field, CommentEdit.state(entries, field, profile.separator()));
      }
      MessageDigest audio = Sha256.start();
      source.digest(audio, layout.audioFrom(), layout.audioTo());
      return new TagSnapshot(
          "Vorbis comment (FLAC)", fields, items(source, layout, comment), Sha256.finish(audio));
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  @Override
  public boolean sameItems(FieldState one, FieldState other) {
    return CommentEdit.sameItems(one, other);
  }

  @Override
  public TagLayout layout(Path file) throws TagException {
    try (SourceFile source = SourceFile.open(file)) {
      return FlacShape.of(FlacLayout.read(source)).write();
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  @Override
  public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    try (SourceFile from = SourceFile.open(source);
        FileChannel to =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      FlacLayout layout = FlacLayout.read(from);
      Optional<FlacShape> shape = FlacShape.read(edit.layout());
      boolean kept = shape.isPresent() && shape.get().hasComment();
      byte[] body = newBody(comment(from, layout), edit, profile, kept);
      FlacSplice splice = new FlacSplice(from, layout, body, shape);
      from.copy(0, layout.magicFrom() + 4, to);
      splice.write(from, to);
      from.copy(layout.audioFrom(), from.size(), to);
    } catch (StructureException e) {
      throw e.in(source);
    } catch (IOException e) {
      throw FileFaults.copying(source, target, e);
    }
  }

  private static VorbisComment comment(SourceFile source, FlacLayout layout)
      throws IOException, StructureException {
    int index = layout.commentIndex();
    if (index < 0) {
      return null;
    }
    FlacLayout.Block block = layout.blocks().get(index);
    return VorbisComment.parse(source.read(block.from(), block.length(), block.name()), 0);
  }

  /**
   * The comment block's body after the edit, null if there is to be none.
   *
   * @param kept whether it stays even if it is empty and Tonearm's own
   */
  private static byte[] newBody(
      VorbisComment comment, TagEdit edit, TagProfile profile, boolean kept)
      throws StructureException {
    VorbisComment old = comment == null ? VorbisComment.created() : comment;
    VorbisComment changed = old.withEntries(CommentEdit.apply(old.entries(), edit, profile));
    return changed.isLeftOver() && !kept ? null : changed.toBytes(NO_MAGIC);
  }

  private static List<TagSnapshot.RawItem> items(
      SourceFile source, FlacLayout layout, VorbisComment comment) throws IOException {
    ItemList items = new ItemList();
    add(items, source, "ID3v2 before the stream", 0, layout.magicFrom());
    for (FlacLayout.Block block : layout.blocks()) {
      if (block.type() == FlacLayout.VORBIS_COMMENT) {
        items.add(comment, comment.tail());
      } else if (block.type() != FlacLayout.PADDING) {
        String sha256 = digest(source, block.from(), block.to());
        items.add(block.name(), sha256, block.length());
      }
    }
    add(items, source, "ID3v1 after the audio", layout.audioTo(), source.size());
    return items.list();
  }

  private static void add(ItemList items, SourceFile source, String key, long from, long to)
      throws IOException {
    if (to > from) {
      items.add(key, digest(source, from, to), to - from);
    }
  }

  private static String digest(SourceFile source, long from, long to) throws IOException {
    MessageDigest digest = Sha256.start();
    source.digest(digest, from, to);
    return Sha256.finish(digest);
  }
}
