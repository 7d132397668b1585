/** Places of items in tags, told so that they are found again. */
package org.tonearm.tag.place;
