package com.tagtraum.audiokern;

import java.nio.file.Path;

/** A song of beaTunes' library; what is set is kept, and written into the file by beaTunes. */
public interface AudioSong {

  /** Its name. */
  String getName();

  /** Its file; null for one that is none of this machine. */
  Path getFile();

  /** Its genre, or null. */
  String getGenre();

  /** Sets it. */
  void setGenre(String genre);

  /** Its comment, or null. */
  String getComments();

  /** Sets it. */
  void setComments(String comments);
}
