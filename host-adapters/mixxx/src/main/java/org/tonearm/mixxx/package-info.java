/** Mixxx: its database read, its crates filled. */
package org.tonearm.mixxx;
