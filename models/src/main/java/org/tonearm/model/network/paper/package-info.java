/**
 * The networks of the five papers, one file each, named after its paper. {@code
 * org.tonearm.model.network.paper.PaperNetworks} lists them all.
 */
package org.tonearm.model.network.paper;
