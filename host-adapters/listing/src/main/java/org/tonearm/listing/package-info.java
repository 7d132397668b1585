/** What hosts with a library of their own share: where it lies, which tracks it lists. */
package org.tonearm.listing;
