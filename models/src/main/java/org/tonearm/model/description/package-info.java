/**
 * What is heard in a stretch of music, as one row of values: blocks of statistics of listening
 * frames, each of which hears something else.
 */
package org.tonearm.model.description;
