package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.id3.ChunkLayout.Chunk;

/** What WAV and AIFF share: an ID3v2 tag in a chunk of its own, among chunks that are carried. */
abstract class ChunkedCodec extends SplicingCodec {
  private static final String TAG_CHUNK = "ID3 ";
  private static final String LIST = "LIST";
  private static final String TRAILING = "trailing";

  private final ByteOrder order;
  private final String audioChunk;
  private final String newTagChunk;
  private final long largestForm;

  /**
   * @param order of the bytes in chunk sizes
   * @param audioChunk name of the chunk that holds the samples
   * @param newTagChunk name of a tag chunk made where there was none
   * @param largestForm largest size that the form's header may state
   */
  ChunkedCodec(ByteOrder order, String audioChunk, String newTagChunk, long largestForm) {
    this.order = order;
    this.audioChunk = audioChunk;
    this.newTagChunk = newTagChunk;
    this.largestForm = largestForm;
  }

  /** Refuses a file whose first {@link ChunkLayout#FORM_HEADER} bytes are not this format's. */
  abstract void check(byte[] head) throws StructureException;

  /** What the file says of itself beside ID3. */
  abstract OlderTag older(SourceFile source, ChunkLayout layout) throws IOException;

  /**
   * A file taken apart.
   *
   * @param afterTag bytes of the tag's chunk after the tag
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(
      ChunkLayout layout,
      Optional<Chunk> tagChunk,
      Optional<Id3Tag> tag,
      byte[] afterTag,
      InfoGenre info) {}

  @Override
  final TagSnapshot snapshot(SourceFile source, TagProfile profile)
      throws IOException, StructureException {
    Content content = content(source);
    SnapshotBuilder builder = new SnapshotBuilder(source, profile);
    for (Chunk chunk : content.layout().chunks()) {
      InfoList info = content.info().lists().get(chunk);
      if (chunk.id().equals(audioChunk)) {
        builder.audio(chunk.dataFrom(), chunk.dataTo());
      } else if (info != null) {
        for (InfoList.Item item : info.items()) {
          if (!item.isGenre()) {
            builder.item("LIST/INFO:" + item.id(), item.padded());
          }
        }
      } else if (content.tagChunk().filter(chunk::equals).isEmpty()) {
        builder.item("chunk:" + chunk.id().strip(), chunk.from(), chunk.dataTo());
      } else {
        builder.tag(content.tag().orElseThrow());
        if (content.afterTag().length > 0) {
          builder.item("chunk:" + chunk.id().strip() + ":rest", content.afterTag());
        }
      }
    }
    if (content.layout().end() < source.size()) {
      builder.item(TRAILING, content.layout().end(), source.size());
    }
    if (content.tag().isEmpty()) {
      builder.older(older(source, content));
    }
    addInfoGenre(builder, content, profile);
    return builder.build(content.tag());
  }

  @Override
  final Id3Layout layout(SourceFile source) throws IOException, StructureException {
    Content content = content(source);
    return Id3Layout.of(
        content.tag(), content.layout().isBare(), content.layout().isPadUncounted());
  }

  @Override
  final Splice splice(SourceFile source, TagEdit edit, TagProfile profile)
      throws IOException, StructureException {
    return form(source, content(source), edit, profile).splice(source, largestForm);
  }

  private FormEdit form(SourceFile source, Content content, TagEdit edit, TagProfile profile)
      throws IOException, StructureException {
    FormEdit form = new FormEdit(content.layout());
    OlderTag older = older(source, content);
    Optional<Id3Tag> tag = new TagEditor(profile, older).apply(content.tag(), edit);
    if (tag.isEmpty() && content.afterTag().length > 0) {
      // What another program left behind the tag is not ours to drop.
      tag = content.tag().map(emptied -> emptied.withFrames(List.of()));
    }
    if (tag.isPresent()) {
      byte[] data = concat(Id3Writer.write(tag.get()), content.afterTag());
      content
          .tagChunk()
          .ifPresentOrElse(
              chunk -> form.replace(chunk, data), () -> form.append(newTagChunk, data));
    } else {
      content.tagChunk().ifPresent(form::remove);
    }
    TagEdit.Change genre = edit.changes().get(TagField.GENRE);
    if (genre != null) {
      content.info().edit(genre, profile, form);
    }
    Optional<Id3Layout> wanted = Id3Layout.read(edit.layout());
    if (wanted.filter(Id3Layout::bare).isPresent()) {
      form.endBare();
    }
    if (wanted.filter(Id3Layout::uncounted).isPresent()) {
      form.leavePadUncounted();
    }
    return form;
  }

  @Override
  final Tagged tagged(SourceFile source) throws IOException, StructureException {
    Content content = content(source);
    return new Tagged(content.tag(), older(source, content));
  }

  /**
   * A pad byte that the form's size leaves out once lay behind a tag's chunk, with what follows the
   * form. Where that chunk goes, it is the last chunk's again.
   */
  @Override
  final TagSnapshot laidOut(
      SourceFile source, TagSnapshot expected, TagEdit edit, TagProfile profile)
      throws IOException, StructureException {
    Content content = content(source);
    long end = content.layout().end();
    if (!ChunkLayout.padFollows(source, end) || !form(source, content, edit, profile).endsBare()) {
      return expected;
    }
    List<TagSnapshot.RawItem> others = new ArrayList<>(expected.others());
    others.removeIf(item -> item.key().equals(TRAILING));
    if (end + 1 < source.size()) {
      others.add(SnapshotBuilder.rawItem(source, TRAILING, end + 1, source.size()));
    }
    return new TagSnapshot(expected.format(), expected.fields(), others, expected.audioHash());
  }

  /** A new tag's chunk is the last one. */
  @Override
  final int placeOfNew(List<TagSnapshot.RawItem> others) {
    int last = others.size() - 1;
    return last >= 0 && others.get(last).key().equals(TRAILING) ? last : last + 1;
  }

  /** What another program left behind the tag keeps the tag, and so all that it took over. */
  private OlderTag older(SourceFile source, Content content) throws IOException {
    return content.afterTag().length > 0 ? OlderTag.NONE : older(source, content.layout());
  }

  private Content content(SourceFile source) throws IOException, StructureException {
    check(source.peek(0, ChunkLayout.FORM_HEADER));
    ChunkLayout layout = ChunkLayout.read(source, order);
    Optional<Chunk> tagChunk = Optional.empty();
    Optional<Id3Tag> tag = Optional.empty();
    byte[] afterTag = new byte[0];
    Map<Chunk, InfoList> infos = new LinkedHashMap<>();
    boolean audio = false;
    for (Chunk chunk : layout.chunks()) {
      if (chunk.id().equals(audioChunk)) {
        audio = true;
      } else if (isTag(chunk.id())) {
        if (tagChunk.isPresent()) {
          throw StructureException.unsupported(
              "the file holds several ID3 chunks",
              "Remove all but one of them with another tag editor.");
        }
        byte[] data = source.read(chunk.dataFrom(), chunk.size(), "the ID3 chunk");
        if (!Id3Parser.startsTag(data) || Id3Parser.totalLength(data) > data.length) {
          throw StructureException.malformed("the ID3 chunk holds no whole ID3v2 tag");
        }
        int length = Id3Parser.totalLength(data);
        tagChunk = Optional.of(chunk);
        tag = Optional.of(Id3Parser.parse(Arrays.copyOf(data, length)));
        afterTag = Arrays.copyOfRange(data, length, data.length);
      } else if (chunk.id().equals(LIST)
          && order == ByteOrder.LITTLE_ENDIAN
          && chunk.size() <= SourceFile.MEMORY_LIMIT) {
        InfoList.parse(source.read(chunk.dataFrom(), chunk.size(), "the LIST chunk"))
            .ifPresent(list -> infos.put(chunk, list));
      }
    }
    if (BehindForm.holds(source, layout, ChunkedCodec::isTag)) {
      throw StructureException.unsupported(
          "an ID3 chunk lies behind the end that the file's header states",
          "Open and save the file in an audio editor.");
    }
    if (!audio) {
      throw StructureException.malformed("the file holds no '" + audioChunk + "' chunk");
    }
    return new Content(layout, tagChunk, tag, afterTag, new InfoGenre(infos));
  }

  /** The genre's state covers both places; where the tag says nothing, LIST/INFO speaks. */
  private static void addInfoGenre(SnapshotBuilder builder, Content content, TagProfile profile) {
    List<SavedItems.Info> infos = content.info().save();
    if (infos.isEmpty()) {
      return;
    }
    List<SavedItems.Frame> frames =
        content
            .tag()
            .map(tag -> new TagEditor(profile).save(tag, TagField.GENRE))
            .orElse(List.of());
    List<String> values = builder.field(TagField.GENRE).values();
    builder.field(
        TagField.GENRE,
        new FieldState(
            values.isEmpty() ? content.info().values(profile) : values,
            new SavedItems(frames, infos).encode()));
  }

  private static boolean isTag(String id) {
    return id.toUpperCase(Locale.ROOT).equals(TAG_CHUNK);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
