package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.run.Cancellation;

@Timeout(60)
final class AnalyzeWorkerTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger opened = new AtomicInteger();
  private Path jazz;
  private Path rock;

  @BeforeEach
  void makeFiles() throws IOException {
    jazz = FakeFile.make(temp.resolve("jazz.mp3"), 300, "jazz");
    rock = FakeFile.make(temp.resolve("two\nlines é.mp3"), 30, "rock");
  }

  @Test
  void answersALineBeforeTheNextIsAsked() throws Exception {
    PipedOutputStream questions = new PipedOutputStream();
    try (PipedInputStream in = new PipedInputStream(questions);
        PipedOutputStream answering = new PipedOutputStream();
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(new PipedInputStream(answering), StandardCharsets.UTF_8))) {
      CompletableFuture<Integer> code = start(in, new PrintStream(answering, false));
      for (Path file : List.of(jazz, rock, jazz)) {
        questions.write((file.toUri().toASCIIString() + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        JsonNode answer = new ObjectMapper().readTree(answers.readLine());
        assertThat(answer.get("path").asText()).isEqualTo(file.toString());
        assertThat(answer.at("/words/genre/0").asText())
            .isEqualTo(file.equals(jazz) ? "Jazz" : "Rock");
      }
      questions.close();
      assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.GOOD);
      assertThat(opened).hasValue(1);
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }

  @Test
  void goesOnAfterLinesAndFilesThatAreNone() throws Exception {
    Path broken = Files.writeString(temp.resolve("broken.mp3"), "no audio");
    List<JsonNode> answers =
        answers(
            jazz
                + "\n\n"
                + temp.resolve("gone.mp3")
                + "\nfile://elsewhere/x\nfile:///%\n"
                + broken
                + "\n"
                + temp
                + "\n"
                + jazz);
    assertThat(answers)
        .extracting(answer -> answer.at("/error/code").asText(""))
        .containsExactly(
            "", "bad-line", "unreadable", "bad-line", "bad-line", "not-audio", "unreadable", "");
    assertThat(answers.get(2).get("path").asText()).endsWith("gone.mp3");
    assertThat(answers.get(7).at("/words/mood/0").asText()).isEqualTo("Happy");
  }

  @Test
  void answersInTheOrderOfTheLines() throws Exception {
    StringBuilder lines = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Path file = FakeFile.make(temp.resolve(i + ".mp3"), i % 2 == 0 ? 4000 : 7, "jazz");
      lines.append(file).append('\n');
      expected.add(file.toString());
    }
    assertThat(answers(lines.toString(), "--jobs", "4"))
        .extracting(answer -> answer.get("path").asText())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void tellsNoWordsBelowTheThreshold() throws Exception {
    JsonNode answer = answers(jazz.toString(), "--min-genre", "0.9").get(0);
    assertThat(answer.at("/words/genre")).isEmpty();
    assertThat(answer.at("/words/mood/0").asText()).isEqualTo("Happy");
    assertThat(answer.at("/genre/0/label").asText()).isEqualTo("jazz");
  }

  @Test
  void endsWhenItIsInterruptedThoughNothingIsAsked() throws Exception {
    try (PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions)) {
      CompletableFuture<Integer> code = start(in, new PrintStream(new ByteArrayOutputStream()));
      cancellation.request();
      assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    }
  }

  @Test
  void takesNamesFromOnePlace() throws Exception {
    assertThat(run(InputStream.nullInputStream(), System.out, "analyze", "--worker", "x"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(run(InputStream.nullInputStream(), System.out, "analyze"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--worker", "Missing", "PATH");
  }

  private List<JsonNode> answers(String lines, String... options) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("analyze", "--worker"));
    arguments.addAll(List.of(options));
    InputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    assertThat(run(in, new PrintStream(out, false), arguments.toArray(String[]::new)))
        .isEqualTo(ExitCode.GOOD);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }

  private CompletableFuture<Integer> start(InputStream in, PrintStream out) {
    return CompletableFuture.supplyAsync(() -> run(in, out, "analyze", "--worker"));
  }

  private int run(InputStream in, PrintStream out, String... arguments) {
    Parts fake = FakeListening.parts();
    Parts counted =
        new Parts(
            fake.decoders(),
            fake.extractors(),
            () -> {
              opened.incrementAndGet();
              return fake.classifiers().get();
            },
            fake.codecs());
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Program(
            new Workplace(
                new Terminal(in, out, errors, false),
                new StandaloneHost(),
                new DataFolder(temp.resolve("data")),
                temp.resolve("data/tonearm.toml"),
                (folder, settings) -> new Composition(folder, counted, settings),
                cancellation,
                List.of(arguments)))
        .run();
  }
}
