package org.tonearm.spark.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.job.TestHome;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioUri;

/** What is heard of one file whose scores, in the table, are those of nobody. */
final class HearingTest {
  private static final int RATE = 22_050;
  private static final String NOBODY = "nobody's model";

  @TempDir private Path folder;
  private Path song;

  @BeforeEach
  void recorded() throws Exception {
    TestHome.demandJava();
    song = folder.resolve("song.flac");
    record(1, "Jazz");
  }

  @Test
  void nobodyListensAgainWhereTagsAloneChanged() throws Exception {
    Row first = heard(null);
    assertThat(first.<String>getAs(at("status"))).isEqualTo("scored");
    record(1, "Polka");
    Row again = heard(ofNobody(first));
    assertThat(model(again)).isEqualTo(NOBODY);
    assertThat(again.get(at("windows"))).isEqualTo(first.get(at("windows")));
    assertThat(again.getLong(at("size"))).isEqualTo(Files.size(song));
    assertThat(again.getString(at("version"))).isEqualTo("now");
    assertThat(again.getString(at("run"))).isEqualTo("run 2");
    assertThat(genre(first)).containsExactly("Jazz");
    assertThat(genre(again)).containsExactly("Polka");
  }

  @Test
  void anotherSoundAtTheSameAddressIsHeard() throws Exception {
    Row first = heard(null);
    record(2, "Jazz");
    Row again = heard(ofNobody(first));
    assertThat(again.getString(at("fingerprint"))).isNotEqualTo(first.get(at("fingerprint")));
    assertThat(model(again)).isNotEqualTo(NOBODY).isEqualTo(model(first));
  }

  private Row heard(Row before) throws Exception {
    Row pending =
        RowFactory.create(AudioUri.of(song), Files.size(song), 7L, "now", 10.0, 3, null, before);
    Iterator<Row> rows =
        Hearing.of(
            List.of(pending).iterator(),
            new JobSettings("", Map.of(), Map.of(), Map.of(), "test"),
            "m",
            "run 2",
            new TaskPlace(false, 1, OptionalInt.empty()));
    Row row = rows.next();
    assertThat(rows.hasNext()).isFalse();
    assertThat(row.size()).isEqualTo(Tables.SCORES.length());
    return row;
  }

  /** The same row with the name of a model that does not exist. */
  private static Row ofNobody(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    Row genre = row.getStruct(at("genre"));
    values[at("genre")] =
        RowFactory.create(NOBODY, genre.get(1), genre.get(2), genre.get(3), genre.get(4));
    values[at("version")] = "before";
    values[at("run")] = "run 1";
    return RowFactory.create(values);
  }

  private static String model(Row row) {
    return row.getStruct(at("genre")).getString(0);
  }

  private static String[] genre(Row row) {
    for (Row field : (Row[]) row.get(at("tags"))) {
      if (field.getString(0).equals("genre")) {
        return (String[]) field.get(1);
      }
    }
    return new String[0];
  }

  private static int at(String column) {
    return Tables.SCORES.fieldIndex(column);
  }

  /** Ten seconds of a chord in noise. */
  private void record(int seed, String genre) throws Exception {
    Random random = new Random(seed);
    float[] sound = new float[10 * RATE];
    for (int i = 0; i < sound.length; i++) {
      double time = i / (double) RATE;
      for (int note : new int[] {0, 4, 7}) {
        sound[i] += (float) (0.2 * Math.sin(2 * Math.PI * 220 * Math.pow(2, note / 12.0) * time));
      }
      sound[i] += (float) (0.02 * random.nextGaussian());
    }
    Files.deleteIfExists(song);
    new AudioEncoder()
        .encode(
            song,
            EncodeFormat.FLAC,
            new float[][] {sound},
            RATE,
            Id3Version.NONE,
            Map.of("genre", genre));
  }
}
