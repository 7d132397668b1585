package org.tonearm.spark.store;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Who may do what with an object beside its owner: no put carries that over. */
final class S3aAccess {
  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String uri;

  S3aAccess(S3Client client, String bucket, String key, String uri) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.uri = uri;
  }

  /**
   * Refuses an object that others than its owner were given rights to.
   *
   * @throws RefusedException {@code attributes}
   */
  void demandOwnersOnly() throws RefusedException {
    GetObjectAclResponse list;
    try {
      list = client.getObjectAcl(r -> r.bucket(bucket).key(key));
    } catch (S3Exception e) {
      if (e.statusCode() == FORBIDDEN) {
        throw new RefusedException(
            "attributes",
            "the access list of " + uri + " may not be read, so it could not be kept",
            "Grant s3:GetObjectAcl, or allow the loss with --allow-attribute-loss.");
      }
      if (e.statusCode() == ABSENT) {
        throw e;
      }
      return; // the server knows of no access lists
    }
    for (Grant grant : list.grants()) {
      if (!isOwner(grant, list.owner())) {
        throw new RefusedException(
            "attributes",
            "the access list of " + uri + " names others than its owner, and could not be kept",
            "Allow the loss with --allow-attribute-loss, and grant the access anew.");
      }
    }
  }

  private static boolean isOwner(Grant grant, Owner owner) {
    return grant.grantee() != null
        && grant.grantee().id() != null
        && owner != null
        && grant.grantee().id().equals(owner.id());
  }
}
