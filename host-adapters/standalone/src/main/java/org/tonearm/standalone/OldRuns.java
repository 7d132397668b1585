package org.tonearm.standalone;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.configuration.Configuration;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;

/** Runs that are older than the settings would have them kept. */
final class OldRuns {
  private static final Logger LOG = LoggerFactory.getLogger(OldRuns.class);

  private OldRuns() {}

  /** Forgets them. Where that fails, a warning is logged: the next run tries again. */
  static void forget(Journal journal, Configuration settings) {
    if (settings.journalKeep().isPresent()) {
      try {
        journal.prune(Instant.now().minus(settings.journalKeep().get()));
      } catch (JournalException e) {
        LOG.warn("Old runs were not forgotten: {} {}", e.getMessage(), e.remedy());
      }
    }
  }
}
