/**
 * What the networks of the papers cost on one computer: time of a step, time of hearing, memory.
 */
package org.tonearm.model.suite.cost;
