/** A tag format of a few lines of text, for tests of what is the same for every format. */
package org.tonearm.tag.text;
