/**
 * Sounds that are no music, made by synthesis: what the gate learns to abstain on, and what the
 * tests hold it against.
 */
package org.tonearm.model.nonmusic;
