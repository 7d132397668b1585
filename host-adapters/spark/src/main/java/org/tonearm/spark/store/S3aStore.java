package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;

/** Objects through S3A. */
final class S3aStore extends HadoopStore implements ConditionalStore {
  S3aStore(HadoopFiles files) {
    super(files);
  }

  @Override
  public Replacing replacing() {
    return Replacing.CONDITIONAL_PUT;
  }

  @Override
  public StoredFile replace(StoredFile seen, Path content, boolean allowLoss) throws IOException {
    try {
      S3aPut.of(fileSystem(seen.uri()), seen.uri()).put(seen.etag(), content, allowLoss);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      return afterFault(seen, content, e);
    }
    return status(seen.uri());
  }

  /**
   * What a failed put left behind. Its answer may have been lost on the way back, and a second try
   * by the client is then refused for the first one's sake.
   */
  private StoredFile afterFault(StoredFile seen, Path content, IOException fault)
      throws IOException {
    StoredFile now = now(seen, fault);
    if (!now.version().equals(seen.version())) {
      if (now.size() == Files.size(content)
          && ContentHash.of(open(now.uri()))
              .equals(ContentHash.of(Files.newInputStream(content)))) {
        return now;
      }
      throw new ReplacedSinceException(seen.uri(), fault);
    }
    throw fault;
  }

  private StoredFile now(StoredFile seen, IOException fault) throws IOException {
    try {
      return status(seen.uri());
    } catch (FileNotFoundException e) {
      throw new ReplacedSinceException(seen.uri(), fault);
    }
  }

  @Override
  public StoredFile put(String uri, Path content) throws IOException {
    FSDataOutputStreamBuilder<?, ?> put = fileSystem(uri).createFile(AudioUri.hadoop(uri));
    put.overwrite(true);
    try (FSDataOutputStream out = put.build()) {
      Files.copy(content, out);
    }
    return status(uri);
  }

  @Override
  public boolean versioned(String uri) throws IOException {
    String version = S3aVersion.of(looks(uri));
    return !version.isEmpty() && !version.equals("null");
  }

  @Override
  public void delete(String uri) throws IOException {
    fileSystem(uri).delete(AudioUri.hadoop(uri), false);
  }
}
