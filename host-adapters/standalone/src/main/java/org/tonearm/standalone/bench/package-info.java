/** Measures Tonearm itself, on files that it makes for that. */
package org.tonearm.standalone.bench;
