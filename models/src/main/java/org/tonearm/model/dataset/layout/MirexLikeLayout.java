package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * The MIREX-like mood data set (Panda et al., CMMR 2013): clips {@code Audio/001.mp3} and so on,
 * whose cluster and category stand in the line of their number in {@code clusters.txt} ({@code
 * Cluster 1}) and {@code categories.txt} ({@code Boisterous}). Artists and titles are taken from
 * {@code dataset info.html} where that is. All may lie in a folder {@code Dataset}.
 */
final class MirexLikeLayout implements DataSetLayout {
  private static final Pattern CLUSTER = Pattern.compile("Cluster ([1-5])");

  @Override
  public String id() {
    return "mood_mirex_like";
  }

  @Override
  public String word() {
    return "mirex-like";
  }

  @Override
  public boolean recognises(Path root) {
    return home(root).isPresent();
  }

  @Override
  public List<Clip> clips(Path root) throws ConfigurationException {
    Path home = home(root).orElse(root);
    ListFile clusters = ListFile.read(home.resolve("clusters.txt"));
    ListFile categories = ListFile.read(home.resolve("categories.txt"));
    List<String> clusterLines = clusters.lines();
    List<String> categoryLines = categories.lines();
    if (clusterLines.size() != categoryLines.size()) {
      throw new ConfigurationException(
          "data-set",
          clusters.path()
              + " has "
              + clusterLines.size()
              + " lines, "
              + categories.path()
              + " has "
              + categoryLines.size(),
          "Both have a line a clip; take them anew from the data set.");
    }
    Map<String, MirexLikeOverview.Song> songs = MirexLikeOverview.beside(home);
    List<Clip> clips = new ArrayList<>();
    for (Path file : Listing.audio(audio(home))) {
      int number = Listing.number(file);
      if (number < 1 || number > clusterLines.size()) {
        throw new ConfigurationException(
            "data-set",
            clusters.path() + " has no line for " + file,
            "Clips are named by the number of their line; remove other files.");
      }
      Matcher cluster = CLUSTER.matcher(clusterLines.get(number - 1));
      if (!cluster.matches()) {
        throw clusters.error(
            number,
            "no cluster: " + clusterLines.get(number - 1),
            "A line is Cluster 1 to Cluster 5.");
      }
      MirexLikeOverview.Song song =
          songs.getOrDefault(Listing.stem(file), new MirexLikeOverview.Song("", ""));
      clips.add(
          new ClipDraft(root, file, id())
              .with("label", "C" + cluster.group(1))
              .with("cluster", cluster.group())
              .with("category", categoryLines.get(number - 1))
              .with("title", song.title())
              .by(song.artist(), "mirex-like:" + Listing.stem(file)));
    }
    return clips;
  }

  private static Optional<Path> home(Path root) {
    return Stream.of(root, root.resolve("Dataset"), root.resolve("dataset"))
        .filter(folder -> Files.isRegularFile(folder.resolve("clusters.txt")))
        .filter(folder -> Files.isDirectory(audio(folder)))
        .findFirst();
  }

  private static Path audio(Path home) {
    Path audio = home.resolve("Audio");
    return Files.isDirectory(audio) ? audio : home.resolve("audio");
  }
}
