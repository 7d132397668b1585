package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tagging;

/**
 * A put on a condition that gives the new object what the old one carried beside its content:
 * headers, the user's own metadata, tags. By S3A's own client, since S3A's way of creating a file
 * has no place for most of that.
 */
final class S3aPut {
  /** The largest object of a single put. */
  private static final long MOST = 5L << 30;

  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String uri;

  private S3aPut(S3Client client, String bucket, String uri) {
    this.client = client;
    this.bucket = bucket;
    this.key = AudioUri.hadoop(uri).toUri().getPath().substring(1);
    this.uri = uri;
  }

  static S3aPut of(FileSystem fileSystem, String uri) throws IOException {
    if (!(fileSystem instanceof S3AFileSystem s3a)) {
      throw new IOException(uri + " is not reached through S3A, which alone knows conditions");
    }
    return new S3aPut(s3a.getS3AInternals().getAmazonS3Client("replace"), s3a.getBucket(), uri);
  }

  /**
   * Puts.
   *
   * @param etag of the object that is to be replaced
   * @throws FileNotFoundException if there is no such object
   * @throws RefusedException if it would lose attributes or is too large
   * @throws IOException if the server refused, or did not answer
   */
  void put(String etag, Path content, boolean allowLoss) throws IOException {
    if (Files.size(content) > MOST) {
      throw new RefusedException(
          "object-too-large",
          uri + " has more than 5 GiB, which no single put takes; it was left alone",
          "Tag it on a file system, and copy it back.");
    }
    try {
      PutObjectRequest.Builder request = like(client.headObject(r -> r.bucket(bucket).key(key)));
      Tagging tags = tags(allowLoss);
      if (!allowLoss) {
        new S3aAccess(client, bucket, key, uri).demandOwnersOnly();
      }
      if (!tags.tagSet().isEmpty()) {
        request.tagging(tags);
      }
      client.putObject(
          request
              .bucket(bucket)
              .key(key)
              .ifMatch(etag)
              .contentMD5(ContentHash.md5(Files.newInputStream(content)))
              .build(),
          RequestBody.fromFile(content));
    } catch (S3Exception e) {
      throw e.statusCode() == ABSENT
          ? (IOException) new FileNotFoundException(uri + " is not there").initCause(e)
          : new IOException(e.getMessage(), e);
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @SuppressWarnings("deprecation") // a put takes the time of expiry in no other form
  private static PutObjectRequest.Builder like(HeadObjectResponse old) {
    return PutObjectRequest.builder()
        .cacheControl(old.cacheControl())
        .contentDisposition(old.contentDisposition())
        .contentEncoding(old.contentEncoding())
        .contentLanguage(old.contentLanguage())
        .contentType(old.contentType())
        .expires(old.expires())
        .metadata(old.metadata())
        .storageClass(old.storageClassAsString())
        .serverSideEncryption(old.serverSideEncryptionAsString())
        .ssekmsKeyId(old.ssekmsKeyId())
        .bucketKeyEnabled(old.bucketKeyEnabled())
        .websiteRedirectLocation(old.websiteRedirectLocation());
  }

  private Tagging tags(boolean allowLoss) throws RefusedException {
    try {
      GetObjectTaggingResponse tags = client.getObjectTagging(r -> r.bucket(bucket).key(key));
      return Tagging.builder().tagSet(tags.tagSet()).build();
    } catch (S3Exception e) {
      if (e.statusCode() == FORBIDDEN && !allowLoss) {
        throw new RefusedException(
            "attributes",
            "the tags of " + uri + " may not be read, so they could not be kept",
            "Grant s3:GetObjectTagging, or allow the loss with --allow-attribute-loss.");
      }
      return Tagging.builder().build(); // the server knows of no tags
    }
  }
}
