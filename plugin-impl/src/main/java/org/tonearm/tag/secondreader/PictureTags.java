package org.tonearm.tag.secondreader;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jaudiotagger.tag.images.Artwork;
import org.jaudiotagger.tag.reference.PictureTypes;

/**
 * Reads the embedded cover through jaudiotagger: of the formats that it knows, which are all that
 * can be tagged but Opus. Thread-safe; never writes.
 */
public final class PictureTags {

  /**
   * The bytes of the front cover, or of the first picture where none is called that.
   *
   * @return empty if there is none, or if it can't be read
   */
  public Optional<byte[]> picture(Path file) {
    return ReadTag.of(
        file,
        tag -> {
          List<Artwork> pictures = tag.getArtworkList();
          return pictures.stream()
              .filter(picture -> picture.getPictureType() == PictureTypes.DEFAULT_ID)
              .findFirst()
              .or(() -> pictures.stream().findFirst())
              .map(Artwork::getBinaryData);
        });
  }
}
