package org.tonearm.beatunes;

import com.tagtraum.audiokern.AudioSong;
import com.tagtraum.beatunes.analysis.AnalysisException;
import com.tagtraum.beatunes.analysis.SongAnalysisTask;
import com.tagtraum.beatunes.analysis.Task;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.Entity;

/**
 * Tells genre and mood of a song: the genre into its field, the mood as a block in the comment. One
 * song; run by beaTunes on a thread of its own. What the user sets is kept in the task's
 * properties, with which beaTunes puts it into its queue; the annotation has it do so.
 */
@Entity
public class TonearmTask extends SongAnalysisTask {
  private static final String REPLACE = "tonearm.replace";
  private static final String PROGRAM = "tonearm.program";
  private static final String USUAL_PROGRAM = "tonearm";
  private static final Pattern BLOCK = Pattern.compile("\\[Tonearm: [^\\]\\n]*\\]");

  /** For beaTunes. */
  @SuppressWarnings("this-escape") // its way of setting this
  public TonearmTask() {
    setProgressRelevant(true);
  }

  @Override
  public final String getName() {
    return "<html>Genre and mood<br>by Tonearm</html>";
  }

  @Override
  public final String getDescription() {
    return "<h1>Tonearm</h1><p>Listens to songs and tells genre and mood with recurrent neural"
        + " networks. The mood stands in the comment, as [Tonearm: Happy]. Needs the program"
        + " tonearm.</p>";
  }

  /** Whether a genre that is there may be replaced. */
  public final boolean isReplace() {
    return Boolean.parseBoolean(getProperty(REPLACE));
  }

  /** Sets it. */
  public final void setReplace(boolean replace) {
    setProperty(REPLACE, Boolean.toString(replace));
  }

  /** The program, as a path or as a name on the path. */
  public final String getProgram() {
    String program = getProperty(PROGRAM);
    return program == null || program.isBlank() ? USUAL_PROGRAM : program;
  }

  /** Sets it. */
  public final void setProgram(String program) {
    setProperty(PROGRAM, program);
  }

  @Override
  public final boolean skip() {
    return getSong() == null || getSong().getFile() == null;
  }

  @Override
  public final void runBefore(Task task) throws AnalysisException {
    if (skip()) {
      return;
    }
    try {
      put(program().hear(getSong().getFile(), isReplace()));
    } catch (IOException e) {
      throw new AnalysisException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnalysisException(e);
    }
  }

  /** What hears. */
  TonearmProgram program() {
    return new TonearmProgram(List.of(getProgram()));
  }

  private void put(Heard heard) {
    AudioSong song = getSong();
    boolean free = song.getGenre() == null || song.getGenre().isBlank() || isReplace();
    if (!heard.genre().isEmpty() && free) {
      song.setGenre(heard.genre());
    }
    if (!heard.mood().isEmpty()) {
      song.setComments(withBlock(song.getComments(), heard.mood()));
    }
  }

  /** All else of a comment stays as it is. */
  static String withBlock(String comment, String mood) {
    String block = "[Tonearm: " + mood + "]";
    if (comment == null || comment.isBlank()) {
      return block;
    }
    Matcher earlier = BLOCK.matcher(comment);
    return earlier.find()
        ? earlier.replaceFirst(Matcher.quoteReplacement(block))
        : comment + " " + block;
  }
}
