/** What a user corrected, remembered so that models can learn from it. */
package org.tonearm.correction;
