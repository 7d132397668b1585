package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * Emotify (Aljanaki, Wiering and Veltkamp, 2016): clips {@code classical/1.mp3} to {@code
 * rock/100.mp3} of four genres, and {@code data.csv} with what listeners felt, as {@link
 * EmotifyRatings} reads it. The genres' folders may lie in {@code emotifymusic}.
 *
 * <p>{@code label} and {@code genre} are the folder; each emotion's column is the share of
 * listeners who chose it, 0 to 1. Artists are not named: each track is a group.
 */
final class EmotifyLayout implements DataSetLayout {
  private static final List<String> GENRES = List.of("classical", "rock", "electronic", "pop");

  @Override
  public String id() {
    return "genre_mood_emotify";
  }

  @Override
  public String word() {
    return "emotify";
  }

  @Override
  public boolean recognises(Path root) {
    return Files.isRegularFile(root.resolve("data.csv"))
        && GENRES.stream().allMatch(genre -> Files.isDirectory(music(root).resolve(genre)));
  }

  @Override
  public List<Clip> clips(Path root) throws ConfigurationException {
    EmotifyRatings ratings = EmotifyRatings.read(root.resolve("data.csv"));
    List<Clip> clips = new ArrayList<>();
    for (String genre : GENRES) {
      for (Path file : Listing.audio(music(root).resolve(genre))) {
        EmotifyRatings.Track track = ratings.of(genre, Listing.number(file), file);
        ClipDraft draft =
            new ClipDraft(root, file, id())
                .with("label", genre)
                .with("genre", genre)
                .with("track_id", Integer.toString(track.id()))
                .with("n_annot", Integer.toString(track.listeners()));
        for (Map.Entry<String, String> share : track.shares().entrySet()) {
          draft.with(share.getKey(), share.getValue());
        }
        clips.add(draft.in("emotify:" + track.id()));
      }
    }
    return clips;
  }

  private static Path music(Path root) {
    Path inside = root.resolve("emotifymusic");
    return Files.isDirectory(inside) ? inside : root;
  }
}
