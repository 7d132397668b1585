/** Genres: canonical words, aliases, which is a kind of which, and words that say nothing. */
package org.tonearm.taxonomy;
