package org.tonearm.installer.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Libraries of music programs at their usual places, small and after the same public descriptions
 * as those of the hosts' own tests. Databases are made by scripts for SQLite.
 */
final class HostLibraries {
  private final Path home;
  private final List<Path> tracks;

  /**
   * @param home the user's folder
   * @param tracks what each library holds
   */
  HostLibraries(Path home, List<Path> tracks) {
    this.home = home;
    this.tracks = List.copyOf(tracks);
  }

  void make() throws IOException {
    write("Documents/rekordbox.xml", rekordbox());
    write("Documents/Native Instruments/Traktor 3.11.1/collection.nml", traktor());
    write("Documents/VirtualDJ/database.xml", virtualDj());
    write("Music/Library.xml", itunes());
    write(".local/share/rhythmbox/rhythmdb.xml", rhythmbox());
    write(".config/quodlibet/config", "[settings]\nscan = " + home.resolve("Music") + "\n");
    write("Music/_Serato_/database V2", serato());
    Databases databases = new Databases(tracks);
    databases.mixxx(home.resolve(".mixxx/mixxxdb.sqlite"));
    databases.strawberry(home.resolve(".local/share/strawberry/strawberry/strawberry.db"));
    databases.beets(home.resolve(".config/beets/library.db"));
    databases.engine(home.resolve("Music/Engine Library/Database2/m.db"));
  }

  private String rekordbox() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DJ_PLAYLISTS Version=\"1.0.0\">\n"
        + "<PRODUCT Name=\"rekordbox\" Version=\"6.7.4\" Company=\"AlphaTheta\"/>\n<COLLECTION>\n"
        + each("<TRACK TrackID=\"%d\" Name=\"T\" Location=\"file://localhost%s\"/>\n", true)
        + "</COLLECTION>\n<PLAYLISTS><NODE Type=\"0\" Name=\"ROOT\"/></PLAYLISTS>\n</DJ_PLAYLISTS>\n";
  }

  private String traktor() {
    StringBuilder nml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n")
            .append("<NML VERSION=\"19\"><HEAD PROGRAM=\"Traktor\"></HEAD>\n<COLLECTION>\n");
    for (Path track : tracks) {
      String folders =
          IntStream.range(0, track.getNameCount() - 1)
              .mapToObj(i -> track.getName(i).toString())
              .collect(Collectors.joining("/:", "/:", "/:"));
      nml.append("<ENTRY TITLE=\"T\"><LOCATION DIR=\"" + folders + "\" FILE=\"")
          .append(track.getFileName() + "\" VOLUME=\"\" VOLUMEID=\"\"></LOCATION>\n")
          .append("<INFO PLAYTIME=\"30\"></INFO></ENTRY>\n");
    }
    return nml + "</COLLECTION>\n<PLAYLISTS></PLAYLISTS>\n</NML>\n";
  }

  private String virtualDj() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<VirtualDJ_Database Version=\"2024\">\r\n"
        + each(" <Song FilePath=\"%2$s\"><Tags Title=\"T\" /></Song>\r\n", false)
        + "</VirtualDJ_Database>\r\n";
  }

  private String itunes() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>\n"
        + "<key>Application Version</key><string>1.2.5.7</string>\n<key>Tracks</key><dict>\n"
        + each(
            "<key>%1$d</key><dict><key>Track ID</key><integer>%1$d</integer>"
                + "<key>Location</key><string>file://%2$s</string></dict>\n",
            true)
        + "</dict>\n<key>Playlists</key><array></array>\n</dict></plist>\n";
  }

  private String rhythmbox() {
    return "<?xml version=\"1.0\" standalone=\"yes\"?>\n<rhythmdb version=\"2.0\">\n"
        + each(
            "<entry type=\"song\"><title>T %d</title><genre>Unknown</genre>"
                + "<location>file://%s</location></entry>\n",
            true)
        + "</rhythmdb>\n";
  }

  private byte[] serato() throws IOException {
    ByteArrayOutputStream database = new ByteArrayOutputStream();
    database.write(chunk("vrsn", "2.0/Serato Scratch LIVE Database"));
    for (Path track : tracks) {
      database.write(chunk("otrk", chunk("pfil", track.toString().substring(1))));
    }
    return database.toByteArray();
  }

  private static byte[] chunk(String name, String text) throws IOException {
    return chunk(name, text.getBytes(StandardCharsets.UTF_16BE));
  }

  private static byte[] chunk(String name, byte[] data) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.write(name.getBytes(StandardCharsets.US_ASCII));
    for (int shift = 24; shift >= 0; shift -= 8) {
      chunk.write(data.length >>> shift);
    }
    chunk.write(data);
    return chunk.toByteArray();
  }

  private String each(String format, boolean address) {
    return IntStream.range(0, tracks.size())
        .mapToObj(
            i ->
                String.format(
                    format,
                    i + 1,
                    address ? tracks.get(i).toUri().getRawPath() : tracks.get(i).toString()))
        .collect(Collectors.joining());
  }

  private void write(String place, String text) throws IOException {
    write(place, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String place, byte[] bytes) throws IOException {
    Path file = home.resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
