package com.tagtraum.beatunes.analysis;

import com.tagtraum.audiokern.AudioSong;
import java.util.HashMap;
import java.util.Map;

/** A piece of work on one song. */
public abstract class SongAnalysisTask extends Task {
  private final Map<String, String> properties = new HashMap<>();
  private AudioSong song;

  /** For subclasses. */
  protected SongAnalysisTask() {}

  /** What the user sees in the list of tasks, as HTML. */
  public abstract String getName();

  /** What the user reads about it, as HTML. */
  public abstract String getDescription();

  /** The work, before that of the tasks within it. */
  public abstract void runBefore(Task task) throws AnalysisException;

  /** Whether there is nothing to do. */
  public boolean skip() {
    return false;
  }

  /** The song. */
  public AudioSong getSong() {
    return song;
  }

  /** Set by the program. */
  public void setSong(AudioSong song) {
    this.song = song;
  }

  /** A value that is kept with the task, or null. */
  public String getProperty(String key) {
    return properties.get(key);
  }

  /** Keeps one. */
  public void setProperty(String key, String value) {
    properties.put(key, value);
  }

  /** Whether it is shown in progress bars. */
  public void setProgressRelevant(boolean relevant) {}
}
