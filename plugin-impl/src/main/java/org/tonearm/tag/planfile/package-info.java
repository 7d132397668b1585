/** Plans as a file: made in one run, looked through at leisure, applied in another. */
package org.tonearm.tag.planfile;
