/**
 * The record of every write, kept in an SQLite database: what was there before, what was meant, and
 * what came of it. Written before a file is touched, so that a write can be undone and a killed one
 * be told from a finished one.
 */
package org.tonearm.tag.journal;
