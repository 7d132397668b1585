/** Writing planned tags into recordings, and taking them back: once each, however often tried. */
package org.tonearm.spark.apply;
