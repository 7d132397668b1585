package org.tonearm.tag.xiph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
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
 * Ogg Vorbis and Ogg Opus (RFC 3533, RFC 7845, Vorbis I): the comment packet is replaced and the
 * header pages are laid out anew; audio pages keep their bytes, but for page number and checksum
 * where the number of header pages changed. Where the packet has padding behind its comments, that
 * takes the difference. Of chained files the first stream's comment is read and written. Stateless;
 * for any thread.
 *
 * <p>The audio hash is taken over each audio page's flags, granule position, serial number, segment
 * table and body, and over the raw bytes behind the first stream.
 */
public final class OggCodec implements TagCodec {
  private static final int BUFFER = 1 << 18;

  /** Stateless. */
  public OggCodec() {}

  @Override
  public TagKind kind() {
    return TagKind.VORBIS;
  }

  @Override
  public String id() {
    return "ogg";
  }

  /**
   * {@inheritDoc}
   *
   * <p>Any Ogg file is recognised; one that is neither Vorbis nor Opus is refused when read.
   */
  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    return head.length >= 4 && head[0] == 'O' && head[1] == 'g' && head[2] == 'g' && head[3] == 'S';
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    try (SourceFile source = SourceFile.open(file)) {
      OggHeaders headers = OggHeaders.read(source);
      VorbisComment comment = headers.comment();
      Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
      for (TagField field : TagField.values()) {
        fields.put(field, CommentEdit.state(comment.entries(), field, profile.separator()));
      }
      return new TagSnapshot(
          "Vorbis comment (" + headers.kind().title() + ")",
          fields,
          items(headers, comment),
          audioHash(source, headers));
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  private static List<TagSnapshot.RawItem> items(OggHeaders headers, VorbisComment comment) {
    ItemList items = new ItemList();
    items.add("identification header", headers.identification());
    byte[] steady = new CommentTail(comment.tail(), headers.kind()).steady();
    // the plain framing bit says nothing
    boolean plain = headers.kind() == OggKind.VORBIS && Arrays.equals(steady, new byte[] {1});
    items.add(comment, plain ? new byte[0] : steady);
    for (byte[] packet : headers.packets().subList(1, headers.packets().size())) {
      items.add("setup header", packet);
    }
    return items.list();
  }

  private static String audioHash(SourceFile source, OggHeaders headers)
      throws IOException, StructureException {
    MessageDigest digest = Sha256.start();
    OggLink link = new OggLink(source, headers);
    for (OggPage page = link.next(); page != null; page = link.next()) {
      digest.update(page.steadyHeader());
      digest.update(page.content());
    }
    source.digest(digest, link.rest(), source.size());
    return Sha256.finish(digest);
  }

  @Override
  public boolean sameItems(FieldState one, FieldState other) {
    return CommentEdit.sameItems(one, other);
  }

  @Override
  public TagLayout layout(Path file) throws TagException {
    try (SourceFile source = SourceFile.open(file)) {
      return OggShape.of(OggHeaders.read(source)).write();
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
      OggHeaders headers = OggHeaders.read(from);
      boolean takesBack =
          edit.changes().values().stream().allMatch(TagEdit.Restore.class::isInstance);
      write(from, headers, pages(headers, edit, profile), takesBack, to);
    } catch (StructureException e) {
      throw e.in(source);
    } catch (IOException e) {
      throw FileFaults.copying(source, target, e);
    }
  }

  /** The changed headers' pages, as they once lay if they are the same again. */
  private static List<OggPage> pages(OggHeaders headers, TagEdit edit, TagProfile profile)
      throws StructureException {
    VorbisComment old = headers.comment();
    VorbisComment edited = old.withEntries(CommentEdit.apply(old.entries(), edit, profile));
    CommentTail tail = new CommentTail(old.tail(), headers.kind());
    byte[] magic = headers.kind().commentMagic();
    List<byte[]> packets = new ArrayList<>(headers.packets());
    Optional<OggShape> shape = OggShape.read(edit.layout());
    if (shape.isPresent()) {
      long bare = magic.length + edited.withTail(tail.steady()).length();
      Optional<byte[]> padded = tail.padded(shape.get().commentLength() - bare);
      if (padded.isPresent()) {
        packets.set(0, edited.withTail(padded.get()).toBytes(magic));
        Optional<List<OggPage>> pages = shape.get().layOut(headers, packets);
        if (pages.isPresent()) {
          return pages.get();
        }
      }
    }
    packets.set(0, edited.withTail(tail.grownBy(old.length() - edited.length())).toBytes(magic));
    return OggPager.layOut(headers, packets);
  }

  /**
   * Writes the copy.
   *
   * @param takesBack whether earlier edits are taken back, which may have numbered pages twice
   */
  private static void write(
      SourceFile from, OggHeaders headers, List<OggPage> pages, boolean takesBack, FileChannel to)
      throws IOException, StructureException {
    int shift = pages.size() - headers.pages().size();
    OggLink link = new OggLink(from, headers);
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(to), BUFFER);
    out.write(headers.first().raw());
    for (OggPage page : pages) {
      out.write(page.raw());
    }
    if (shift != 0) {
      for (OggPage page = link.next(); page != null; page = link.next()) {
        page.renumber(page.sequence() + shift);
        out.write(page.raw());
      }
      if (!takesBack) {
        requireAllNumbered(from, headers, link.rest());
      }
    }
    out.flush();
    from.copy(link.rest(), from.size(), to);
  }

  /** A page that the walk did not reach would have the number of another. */
  private static void requireAllNumbered(SourceFile from, OggHeaders headers, long rest)
      throws IOException, StructureException {
    // What stands there itself may be a last page that is cut off.
    long stray = StrayPages.next(from, headers.first().serial(), rest);
    stray = stray == rest ? StrayPages.next(from, headers.first().serial(), rest + 1) : stray;
    if (stray >= 0) {
      throw StructureException.malformed(
          "bytes that are no Ogg page lie between pages, from byte " + rest + " to " + stray + ".");
    }
  }
}
