/** The models that ship, and those that a user has trained. */
package org.tonearm.model.pretrained;
