/** From verdicts to planned changes: policies, and what counts as the same genre. */
package org.tonearm.tag.plan;
