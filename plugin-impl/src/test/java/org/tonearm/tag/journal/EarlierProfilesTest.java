package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;

/** Profiles as journals hold them. */
class EarlierProfilesTest {
  @Test
  void aProfileWithoutTheChoiceOfMultiValuesIsRead() {
    String text =
        "{\"separator\":\" / \",\"moodDescription\":\"mood\",\"newId3Version\":3,"
            + "\"modificationTime\":\"MOVED_ON\"}";

    assertThat(Json.read(text, TagProfile.class))
        .isEqualTo(new TagProfile(" / ", "mood", 3, TagProfile.ModificationTime.MOVED_ON));
  }

  @Test
  void theChoiceComesBack() {
    TagProfile profile =
        new TagProfile(
            "; ",
            "MOOD",
            4,
            TagProfile.ModificationTime.KEPT,
            Map.of(TagKind.ID3, MultiValues.JOINED, TagKind.MP4, MultiValues.FIRST));

    assertThat(Json.read(Json.of(profile), TagProfile.class)).isEqualTo(profile);
    assertThat(profile.multiValues(TagKind.VORBIS)).isEqualTo(MultiValues.SEPARATE);
  }
}
