package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;

/** Reads a changed copy back and compares it with what was there and what was meant. */
final class CopyVerifier {
  private final CodecRegistry codecs;
  private final SecondReader secondReader;

  CopyVerifier(CodecRegistry codecs, SecondReader secondReader) {
    this.codecs = codecs;
    this.secondReader = secondReader;
  }

  /**
   * Verifies a copy.
   *
   * @param file the original, for messages
   * @param copy the copy
   * @param codec wrote it
   * @param before the original's tags
   * @param edit what was meant
   * @return the copy's tags
   * @throws TagException {@code verify-failed}
   */
  TagSnapshot verify(
      Path file, Path copy, TagCodec codec, TagSnapshot before, TagEdit edit, TagProfile profile)
      throws TagException {
    TagSnapshot after = readBack(file, copy, codec, profile);
    if (!after.audioHash().equals(before.audioHash())) {
      throw failed(file, "the audio differs", null);
    }
    TagSnapshot expected = codec.expected(file, before, edit, profile);
    if (!after.others().equals(expected.others())) {
      throw failed(
          file,
          "a tag that was not to be changed differs: " + firstDifference(expected, after),
          null);
    }
    for (TagField field : TagField.values()) {
      String fault = fault(codec, field, state(expected, field), state(after, field), edit);
      if (!fault.isEmpty()) {
        throw failed(file, fault, null);
      }
    }
    secondOpinion(file, copy, edit);
    if (!expected.others().equals(before.others()) && !restoresOnly(edit)) {
      mustStillShow(file, copy, before);
    }
    return after;
  }

  private TagSnapshot readBack(Path file, Path copy, TagCodec codec, TagProfile profile)
      throws TagException {
    try {
      TagCodec found = codecs.codecFor(copy);
      if (!found.id().equals(codec.id())) {
        throw failed(file, "it reads as " + found.id() + ", no longer as " + codec.id(), null);
      }
      return codec.read(copy, profile);
    } catch (TagException e) {
      if (e.code().equals("verify-failed")) {
        throw e;
      }
      throw failed(file, "it can't be read back: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw failed(file, "it can't be read back: " + e, e);
    }
  }

  private static String fault(
      TagCodec codec, TagField field, FieldState before, FieldState after, TagEdit edit) {
    TagEdit.Change change = edit.changes().get(field);
    if (change == null) {
      return codec.sameItems(before, after) ? "" : "the " + field.word() + " was not to be changed";
    }
    if (change instanceof TagEdit.SetValues set) {
      return after.values().equals(set.values())
          ? ""
          : "the " + field.word() + " is " + after.values() + ", expected " + set.values();
    }
    FieldState expected = ((TagEdit.Restore) change).state();
    return codec.restored(expected, after)
        ? ""
        : "the " + field.word() + " is not what it was before";
  }

  /**
   * Restored fields are compared with what was there above; another reader could not say more.
   * Where nothing else is changed it need not be able to read the copy either: it may never have
   * been able to read the file that comes back.
   */
  private void secondOpinion(Path file, Path copy, TagEdit edit) throws TagException {
    Map<TagField, List<String>> seen;
    try {
      seen = secondReader.read(copy).orElse(Map.of());
    } catch (IOException | RuntimeException e) {
      if (restoresOnly(edit) || !readableBefore(file)) {
        return; // it has no opinion on files of this kind
      }
      throw failed(file, "another reader can't read it: " + e.getMessage(), e);
    }
    for (Map.Entry<TagField, TagEdit.Change> entry : edit.changes().entrySet()) {
      List<String> values = seen.get(entry.getKey());
      if (values != null
          && entry.getValue() instanceof TagEdit.SetValues set
          && !values.equals(set.values())) {
        throw failed(
            file,
            "another reader sees the "
                + entry.getKey().word()
                + " as "
                + values
                + ", expected "
                + set.values(),
            null);
      }
    }
  }

  /** A tag that was made must not hide what another reader showed of the file before. */
  private void mustStillShow(Path file, Path copy, TagSnapshot before) throws TagException {
    if (before.others().stream().anyMatch(item -> item.key().startsWith("APE"))) {
      return; // it knows no APE tag, and would compare what ID3v1 cut off
    }
    Map<String, String> was = secondReader.credits(file);
    Map<String, String> is = was.isEmpty() ? Map.of() : secondReader.credits(copy);
    for (Map.Entry<String, String> shown : was.entrySet()) {
      if (!shown.getValue().equals(is.get(shown.getKey()))) {
        throw failed(file, "another reader no longer sees the " + shown.getKey(), null);
      }
    }
  }

  private static boolean restoresOnly(TagEdit edit) {
    return edit.changes().values().stream().allMatch(TagEdit.Restore.class::isInstance);
  }

  private boolean readableBefore(Path file) {
    try {
      return secondReader.read(file).isPresent();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static FieldState state(TagSnapshot snapshot, TagField field) {
    return snapshot.fields().getOrDefault(field, FieldState.ABSENT);
  }

  private static String firstDifference(TagSnapshot before, TagSnapshot after) {
    List<TagSnapshot.RawItem> was = before.others();
    List<TagSnapshot.RawItem> is = after.others();
    for (int i = 0; i < was.size(); i++) {
      if (i >= is.size() || !was.get(i).equals(is.get(i))) {
        return was.get(i).key();
      }
    }
    return is.get(was.size()).key();
  }

  private static TagException failed(Path file, String what, Exception cause) {
    return new TagException(
        "verify-failed",
        "the changed copy of " + file + " was thrown away: " + what,
        "The file itself is untouched. A value must not be empty, begin or end with a blank, or hold"
            + " the separator of its format. If none of them does, please report this with the kind of"
            + " file it is.",
        cause);
  }
}
