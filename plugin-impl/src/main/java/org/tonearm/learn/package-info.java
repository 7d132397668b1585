/** Learning labels from the tags of a user's library, and installing what was learnt. */
package org.tonearm.learn;
