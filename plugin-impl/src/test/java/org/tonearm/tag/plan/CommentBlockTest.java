package org.tonearm.tag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentBlockTest {
  private static final String BLOCK = "[Tonearm: Rock, Happy]";

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',[Tonearm: Rock]",
        "8A 128,8A 128 [Tonearm: Rock]",
        "8A [Tonearm: Jazz] 128,8A [Tonearm: Rock] 128",
        "x[Tonearm: ]y,x[Tonearm: Rock]y",
        "a [Tonearm: A] b [Tonearm: B] c,a [Tonearm: Rock] b c",
        "ends with a blank ,ends with a blank  [Tonearm: Rock]",
        "[Tonearm: cut off,[Tonearm: cut off [Tonearm: Rock]",
        "[tonearm: mine],[tonearm: mine] [Tonearm: Rock]"
      })
  void writesTheBlockWhereItWasOrAtTheEnd(String text, String after) {
    assertThat(CommentBlock.withBlock(text, List.of("Rock"))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "[Tonearm: Rock],''",
        "8A [Tonearm: Jazz] 128,8A 128",
        "two  [Tonearm: Jazz],two ",
        "mine[Tonearm: Jazz]yours,mineyours",
        "[Tonearm: cut off,[Tonearm: cut off"
      })
  void takesTheBlockOut(String text, String after) {
    assertThat(CommentBlock.withoutBlock(text)).isEqualTo(after);
  }

  @Test
  void wordsCannotBreakOut() {
    String text = CommentBlock.withBlock("", List.of("a]b", "c\nd", "[e"));
    assertThat(text).isEqualTo("[Tonearm: a)b, c d, (e]");
    assertThat(CommentBlock.withoutBlock(text)).isEmpty();
  }

  @Test
  void halvesAroundBlocksCloseUpAsTheyDidBefore() {
    String text = "[Tonearm:  [Tonearm: Rock, Happy][Tonearm: ]";
    String written = CommentBlock.withBlock(text, List.of("Rock"));
    assertThat(CommentBlock.withoutBlock(written)).isEqualTo(CommentBlock.withoutBlock(text));
  }

  @Property
  void takingOutGivesBackTheVeryText(
      @ForAll("texts") String text, @ForAll("words") List<String> words) {
    String own = CommentBlock.withoutBlock(text);
    assertThat(CommentBlock.withoutBlock(CommentBlock.withBlock(own, words))).isEqualTo(own);
    assertThat(CommentBlock.withoutBlock(CommentBlock.withBlock(text, words))).isEqualTo(own);
    assertThat(CommentBlock.withoutBlock(own)).isEqualTo(own);
  }

  @Property
  void theLastWordsStand(
      @ForAll("texts") String text,
      @ForAll("words") List<String> first,
      @ForAll("words") List<String> second) {
    String once = CommentBlock.withBlock(text, second);
    assertThat(CommentBlock.withBlock(once, second)).isEqualTo(once);
    assertThat(CommentBlock.withBlock(CommentBlock.withBlock(text, first), second)).isEqualTo(once);
  }

  @Property
  void editsAroundTheBlockSurvive(
      @ForAll("plainTexts") String before,
      @ForAll("plainTexts") String after,
      @ForAll("words") List<String> words) {
    String edited = before + BLOCK + after;
    String again = CommentBlock.withBlock(edited, words);
    assertThat(again).startsWith(before + "[Tonearm: ").endsWith("]" + after);
    String blankless = before.endsWith(" ") ? before.substring(0, before.length() - 1) : before;
    assertThat(CommentBlock.withoutBlock(again)).isEqualTo(blankless + after);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "[Tonearm: ", "[Tonearm:", BLOCK, "[", "]", " ", "\n", "Rock", "8A", "\uD83C\uDFB5")
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> plainTexts() {
    return Arbitraries.of(" ", "\n", "Rock", "8A", "(", "Tonearm: ", "\uD83C\uDFB5")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("Rock", "R&B", "a]b", "[Tonearm: x]", "Happy", "$1")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
