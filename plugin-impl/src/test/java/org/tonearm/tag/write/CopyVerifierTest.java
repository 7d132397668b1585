package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.text.TextCodec;

class CopyVerifierTest extends WritingFixture {
  @Test
  void refusesACopyWhoseAudioDiffers() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy + "!";
          }
        });
  }

  @Test
  void refusesACopyThatLostAnotherTag() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("CUE=\u0001\u0002\n", "");
          }
        });
  }

  @Test
  void refusesACopyWithAnotherTagTooMany() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "X=1\n---\n");
          }
        });
  }

  @Test
  void refusesACopyWithoutThePlannedValues() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("Bebop", "Bepob");
          }
        });
  }

  @Test
  void refusesACopyOfWhichAnotherFieldChanged() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "MOOD=Sad\n---\n");
          }
        });
  }

  @Test
  void refusesACopyThatCantBeReadBack() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "");
          }
        });
  }

  @Test
  void refusesACopyThatTheSecondReaderSeesOtherwise() throws Exception {
    assertRefused(
        new TextCodec(), copy -> Optional.of(Map.of(TagField.GENRE, List.of("Jazz; Bebop"))));
  }

  @Test
  void refusesACopyThatTheSecondReaderCantReadThoughItReadsTheOriginal() throws Exception {
    assertRefused(
        new TextCodec(),
        read -> {
          if (read.equals(file)) {
            return Optional.of(Map.of());
          }
          throw new IOException("what is this?");
        });
  }

  @Test
  void takesACopyOfAKindThatTheSecondReaderNeverCouldRead() throws Exception {
    SecondReader lost =
        read -> {
          throw new IOException("what is this?");
        };
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(new TextCodec())), lost, StepListener.NONE);
    assertThat(writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
        .isTrue();
  }

  /** Found by fuzzing: a file that it could read only once it was tagged could not be undone. */
  @Test
  void takesBackWhatTheSecondReaderNeverCouldRead() throws Exception {
    SecondReader newOnly =
        read -> {
          if (Files.readString(read).contains("Bebop")) {
            return Optional.of(Map.of());
          }
          throw new IOException("what is this?");
        };
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(new TextCodec())), newOnly, StepListener.NONE);
    TagPlan plan = plan(file);
    writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    TagEdit back =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.Restore(plan.before().fields().get(TagField.GENRE))));

    writer.edit(
        file,
        new TextCodec().read(file, TagProfile.DEFAULT),
        back,
        TagProfile.DEFAULT,
        WriteOptions.DEFAULT,
        run);

    assertThat(new TextCodec().read(file, TagProfile.DEFAULT).fields())
        .isEqualTo(plan.before().fields());
  }

  @Test
  void takesACopyThatTheSecondReaderAgreesWith() throws Exception {
    SecondReader agrees = copy -> Optional.of(Map.of(TagField.GENRE, List.of("Jazz", "Bebop")));
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(new TextCodec())), agrees, StepListener.NONE);
    assertThat(writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
        .isTrue();
  }

  private abstract static class Distorted extends TextCodec {
    abstract String distort(String copy);

    @Override
    public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
        throws TagException {
      super.rewrite(source, target, edit, profile);
      try {
        Files.writeString(target, distort(Files.readString(target)));
      } catch (IOException e) {
        throw new TagException("io", target.toString(), "Look.", e);
      }
    }
  }

  private void assertRefused(TagCodec codec) throws Exception {
    assertRefused(codec, SecondReader.NONE);
  }

  private void assertRefused(TagCodec codec, SecondReader secondReader) throws Exception {
    FileIdentity before = FileIdentity.of(file);
    byte[] bytes = Files.readAllBytes(file);
    TagPlan plan = plan(file);
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(codec)), secondReader, StepListener.NONE);

    assertFails(
        "verify-failed", () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));

    assertThat(FileIdentity.of(file)).isEqualTo(before);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(entry().state()).isEqualTo(EntryState.FAILED);
    assertNoTemporaryFile();
  }
}
