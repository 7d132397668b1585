package org.tonearm.library.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.classify.WindowResult;

final class LibraryIndexTest {
  private static final Fingerprint AUDIO = fingerprint(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path folder;

  @Test
  void givesBackScoresToTheLastBit() throws Exception {
    StoredScores scores = scores(0.1 + 0.2);
    try (LibraryIndex index = open()) {
      index.store(AUDIO, "mood-1@00", Excerpts.WHOLE, scores);
    }
    try (LibraryIndex index = open()) {
      StoredScores known = index.scores(AUDIO, "mood-1@00", Excerpts.WHOLE).orElseThrow();
      assertThat(known)
          .usingRecursiveComparison()
          .withStrictTypeChecking()
          .ignoringCollectionOrder()
          .isEqualTo(scores);
      assertThat(known.results().get(0).logProbabilities()).containsExactly(0.1 + 0.2, -1);
    }
  }

  @Test
  void keepsAnswersAboutSubgenresAndReadsRowsWithoutThem() throws Exception {
    StoredScores plain = scores(-2);
    WindowResult more = new WindowResult(new double[] {-1, -2}, 1, new double[] {-0.5, -3, -4});
    StoredScores below =
        new StoredScores(plain.report(), 1, List.of(new StoredScores.Window(0, 30, more)));
    byte[] old = ScoresBlob.of(plain);
    assertThat(old[0]).isEqualTo((byte) 1);
    assertThat(ScoresBlob.read(old).orElseThrow().results())
        .allSatisfy(result -> assertThat(result.further()).isEmpty());
    byte[] kept = ScoresBlob.of(below);
    WindowResult read = ScoresBlob.read(kept).orElseThrow().results().get(0);
    assertThat(read.logProbabilities()).containsExactly(-1, -2);
    assertThat(read.further()).containsExactly(-0.5, -3, -4);
    kept[0] = 3;
    assertThat(ScoresBlob.read(kept)).isEmpty();
  }

  @Test
  void aRowThatMakesNoSenseIsAFaultOfTheIndexAndGoesWithTheNextNote() throws Exception {
    IndexedFile file =
        new IndexedFile(
            folder.resolve("a.mp3"), new FileStat(1, 2, 3, 4, 5, 1), AUDIO, Optional.empty());
    try (LibraryIndex index = open()) {
      index.record(file);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE file SET fingerprint = 'wav:!'");
    }
    try (LibraryIndex index = open()) {
      assertThatThrownBy(() -> index.find(file.path())).isInstanceOf(IndexException.class);
      index.record(file);
      assertThat(index.find(file.path())).contains(file);
    }
  }

  @Test
  void scoresAreOfOneModelOneAudioAndOneChoiceOfParts() throws Exception {
    try (LibraryIndex index = open()) {
      index.store(AUDIO, "mood-1@00", Excerpts.WHOLE, scores(1));
      assertThat(index.scores(AUDIO, "mood-1@01", Excerpts.WHOLE)).isEmpty();
      assertThat(index.scores(AUDIO, "mood-1@00", new Excerpts(3))).isEmpty();
      assertThat(index.scores(fingerprint(2), "mood-1@00", Excerpts.WHOLE)).isEmpty();
      index.store(AUDIO, "mood-1@00", Excerpts.WHOLE, scores(2));
      assertThat(
              index
                  .scores(AUDIO, "mood-1@00", Excerpts.WHOLE)
                  .orElseThrow()
                  .results()
                  .get(0)
                  .logProbabilities()[0])
          .isEqualTo(2);
    }
  }

  @Test
  void aFileThatIsDistrustedIsReadAnewHoweverItLooksAndItsAudioIsStillFound() throws Exception {
    IndexedFile one = file("/music/a.mp3");
    IndexedFile two = file("/music/b.mp3");
    try (LibraryIndex index = open()) {
      index.record(one);
      index.record(two);
      index.distrust(one.path());
      assertThat(index.unchanged(one.path(), one.stat())).isEmpty();
      assertThat(index.unchanged(two.path(), two.stat())).contains(two);
      assertThat(index.pathsOf(AUDIO)).containsExactly(one.path(), two.path());
      index.record(one);
      assertThat(index.unchanged(one.path(), one.stat())).contains(one);

      index.distrust(AUDIO);
      assertThat(index.unchanged(one.path(), one.stat())).isEmpty();
      assertThat(index.unchanged(two.path(), two.stat())).isEmpty();
    }
  }

  @Test
  void bringsAnOldIndexUpAndKeepsACopyOfIt() throws Exception {
    try (LibraryIndex index = open()) {
      index.record(file("/music/a.mp3"));
    }
    List<IndexSchema.Step> steps = new ArrayList<>(IndexSchema.STEPS);
    steps.add(statement -> statement.execute("ALTER TABLE file ADD COLUMN album TEXT"));
    IndexSettings newer = new IndexSettings(SHORT, LocalDisk.kinds(), steps);
    try (LibraryIndex index = LibraryIndex.open(database(), newer)) {
      assertThat(index.find(Path.of("/music/a.mp3"))).isPresent();
    }
    Path backup = folder.resolve("index.db.v" + IndexSchema.STEPS.size() + ".backup");
    assertThat(select(backup, "SELECT count(*) FROM file")).isEqualTo("1");
    assertThat(select(backup, "PRAGMA user_version"))
        .isEqualTo(Integer.toString(IndexSchema.STEPS.size()));
    assertThat(select(database(), "SELECT album FROM file")).isNull();
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.code()).isEqualTo("index-newer"));
  }

  @Test
  void aStepThatFailsLeavesTheOldIndex() throws Exception {
    try (LibraryIndex index = open()) {
      index.record(file("/music/a.mp3"));
    }
    List<IndexSchema.Step> steps = new ArrayList<>(IndexSchema.STEPS);
    steps.add(
        statement -> {
          statement.execute("DROP TABLE file");
          statement.execute("no SQL");
        });
    assertThatThrownBy(
            () -> LibraryIndex.open(database(), new IndexSettings(SHORT, LocalDisk.kinds(), steps)))
        .isInstanceOf(IndexException.class);
    try (LibraryIndex index = open()) {
      assertThat(index.find(Path.of("/music/a.mp3"))).isPresent();
    }
  }

  @Test
  void setsADamagedIndexAside() throws Exception {
    try (LibraryIndex index = open()) {
      index.record(file("/music/a.mp3"));
    }
    byte[] garbage =
        "this is no database, and long enough to be looked at as one "
            .repeat(99)
            .getBytes(StandardCharsets.US_ASCII);
    Files.write(database(), garbage);
    try (LibraryIndex index = open()) {
      assertThat(index.notice().orElseThrow()).contains("set aside");
      assertThat(files()).isEqualTo("0");
      index.record(file("/music/b.mp3"));
    }
    assertThat(aside()).singleElement().satisfies(p -> assertThat(p).hasBinaryContent(garbage));
    try (LibraryIndex index = open()) {
      assertThat(index.notice()).isEmpty();
      assertThat(files()).isEqualTo("1");
    }
  }

  @Test
  void damageFoundInUseHealsAtTheNextOpening() throws Exception {
    try (LibraryIndex index = open()) {
      for (int i = 0; i < 3000; i++) {
        index.record(file(String.format(Locale.ROOT, "/music/%05d.mp3", i)));
      }
    }
    byte[] bytes = Files.readAllBytes(database());
    for (int i = 3 * 4096; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(database(), bytes);
    try (LibraryIndex index = open()) {
      assertThatThrownBy(() -> index.find(Path.of("/music/02000.mp3")))
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.code()).isEqualTo("index-damaged"));
    }
    try (LibraryIndex index = open()) {
      assertThat(index.notice()).isPresent();
      assertThat(index.find(Path.of("/music/02000.mp3"))).isEmpty();
    }
  }

  @Test
  void isNotSetAsideUnderAnotherProcess() throws Exception {
    open().close();
    Process other = IndexProcess.start("hold", database());
    try {
      assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("open");
      new DamageMark(database()).set();
      assertThatThrownBy(() -> open(SHORT))
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.code()).isEqualTo("index-locked"));
      assertThat(aside()).isEmpty();
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (LibraryIndex index = open()) {
      assertThat(index.notice()).isPresent();
    }
  }

  @Test
  void waitsForALockAndThenSaysSo() throws Exception {
    try (LibraryIndex index = open(SHORT);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> index.record(file("/music/a.mp3")))
          .isInstanceOfSatisfying(
              IndexException.class,
              e -> {
                assertThat(e.code()).isEqualTo("index-locked");
                assertThat(e).hasMessageContaining("index.db");
              });
      statement.execute("COMMIT");
      index.record(file("/music/a.mp3"));
      assertThat(files()).isEqualTo("1");
    }
  }

  @Test
  void refusesANetworkDrive() {
    for (String kind : List.of("nfs4", "cifs", "fuse.sshfs", "9p", "smb2")) {
      IndexSettings settings = new IndexSettings(SHORT, path -> kind, IndexSchema.STEPS);
      Path far = folder.resolve("not/there/yet/index.db");
      assertThatThrownBy(() -> LibraryIndex.open(far, settings))
          .isInstanceOfSatisfying(
              IndexException.class,
              e -> {
                assertThat(e.code()).isEqualTo("index-not-local");
                assertThat(e).hasMessageContaining(kind);
                assertThat(e.remedy()).contains("TONEARM_HOME");
              });
      assertThat(folder.resolve("not")).doesNotExist();
    }
  }

  @Test
  void twoProcessesWriteAtOnce() throws Exception {
    try (LibraryIndex index = open()) {
      Process other = IndexProcess.start("write", database());
      try {
        for (int i = 0; i < 100; i++) {
          index.record(file("/here/" + i + ".mp3"));
        }
        assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(other.exitValue()).isZero();
      } finally {
        other.destroyForcibly();
      }
      assertThat(files()).isEqualTo("200");
    }
  }

  @Test
  void aDotInThePathIsNoOtherFile() throws Exception {
    try (LibraryIndex index = open()) {
      index.record(file("/music/./a.mp3"));
      assertThat(index.find(Path.of("/music/a.mp3"))).isPresent();
      assertThat(index.pathsOf(AUDIO)).containsExactly(Path.of("/music/a.mp3"));
    }
  }

  private Path database() {
    return folder.resolve("index.db");
  }

  private LibraryIndex open() throws IndexException {
    return open(Duration.ofSeconds(30));
  }

  private LibraryIndex open(Duration patience) throws IndexException {
    return LibraryIndex.open(
        database(), new IndexSettings(patience, LocalDisk.kinds(), IndexSchema.STEPS));
  }

  private List<Path> aside() throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(p -> p.getFileName().toString().matches("index\\.db\\.corrupt-[0-9-]+"))
          .toList();
    }
  }

  private String files() throws Exception {
    return select(database(), "SELECT count(*) FROM file");
  }

  private static String select(Path database, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(sql).getString(1);
    }
  }

  static IndexedFile file(String path) {
    return new IndexedFile(
        Path.of(path), new FileStat(10, 20, 30, 40, 50, 1), AUDIO, Optional.empty());
  }

  static Fingerprint fingerprint(int n) {
    return new Fingerprint("mp3:" + String.format(Locale.ROOT, "%064x", n));
  }

  private static StoredScores scores(double value) {
    return new StoredScores(
        new DecodeReport(661_500, 30.000000000000004, false, "ogg/opus", List.of("Cut short.")),
        1,
        List.of(
            new StoredScores.Window(0, 29.9, new WindowResult(new double[] {value, -1}, 0.3)),
            new StoredScores.Window(
                29.9, 30.1, new WindowResult(new double[] {Double.NEGATIVE_INFINITY, 0}, 1))));
  }
}
