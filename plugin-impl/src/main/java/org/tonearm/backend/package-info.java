/**
 * Where features are computed: what cards there are, told without touching a native library, and
 * the choice between them and the processor.
 */
package org.tonearm.backend;
